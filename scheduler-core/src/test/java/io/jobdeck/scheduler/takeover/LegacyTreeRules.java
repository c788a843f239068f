package io.jobdeck.scheduler.takeover;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What 2.1.5 expects of every node that is not Jobdeck's own: path, kind, form of the value, and for configs the members,
 * their order and their types (spec sections 2, 2.1 and 3).
 */
public final class LegacyTreeRules {

    private static final Set<String> CONTAINERS = Set.of("/", "/config", "/config/app", "/config/job", "/state",
            "/state/ready", "/state/running", "/state/failover", "/state/disable", "/state/disable/app",
            "/state/disable/job", "/ha", "/ha/election");
    private static final Pattern PER_JOB_PARENT = Pattern.compile("/state/(running|failover)/([^/]+)");
    private static final Pattern PER_ITEM = Pattern.compile("/state/(running|failover)/([^/]+)/\\2@-@(0|[1-9]\\d*)");
    private static final Pattern CANDIDATE = Pattern.compile(
            "/ha/election/_c_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-lock-\\d{10}");
    private static final List<String> APP_MEMBERS = List.of("appName", "appURL", "bootstrapScript", "cpuCount", "memoryMB",
            "appCacheEnable", "eventTraceSamplingCount");
    private static final List<String> JOB_MEMBERS = List.of("jobName", "jobClass", "jobType", "cron", "shardingTotalCount",
            "shardingItemParameters", "jobParameter", "failover", "misfire", "description", "jobProperties",
            "streamingProcess", "scriptCommandLine", "appName", "cpuCount", "memoryMB", "jobExecutionType", "beanName",
            "applicationContext");
    private static final List<String> HANDLERS = List.of("job_exception_handler", "executor_service_handler");

    private final List<String> problems = new ArrayList<>();

    private LegacyTreeRules() {
    }

    /** Returns what 2.1.5 would stumble over, a sentence each; nodes below {@code /jobdeck} do not concern it. */
    public static List<String> problems(Map<String, StoredNode> nodes) {
        LegacyTreeRules rules = new LegacyTreeRules();
        nodes.forEach((path, node) -> {
            if (!path.equals("/jobdeck") && !path.startsWith("/jobdeck/")) {
                rules.check(path, node);
            }
        });
        return rules.problems;
    }

    private void check(String path, StoredNode node) {
        boolean candidate = CANDIDATE.matcher(path).matches();
        demand(node.ephemeral() == candidate, "%s is %s", path, node.ephemeral() ? "ephemeral" : "persistent");
        String text = node.text();
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (CONTAINERS.contains(path) || PER_JOB_PARENT.matcher(path).matches()) {
            demand(text.isEmpty(), "%s is a parent and holds '%s'", path, text);
        } else if (path.matches("/config/app/[^/]+")) {
            checkApp(path, name, text);
        } else if (path.matches("/config/job/[^/]+")) {
            checkJob(path, name, text);
        } else if (path.matches("/state/ready/[^/]+")) {
            demand(text.matches("[1-9]\\d{0,9}"), "%s holds '%s', which is no count", path, text);
        } else if (PER_ITEM.matcher(path).matches()) {
            checkTaskId(path, name, text);
        } else if (path.matches("/state/disable/(app|job)/[^/]+")) {
            demand(text.equals(name), "%s holds '%s' instead of its name", path, text);
        } else if (path.equals("/ha/framework_id")) {
            demand(!text.isBlank(), "%s is empty", path);
        } else if (candidate) {
            demand(text.matches("[^:\\s]+:\\d+"), "%s holds '%s', which is no host:port", path, text);
        } else {
            problems.add(path + " is no node of 2.1.5");
        }
    }

    private void checkTaskId(String path, String metaInfo, String text) {
        String[] parts = text.split("@-@", -1);
        demand(parts.length == 5 && text.startsWith(metaInfo + "@-@") && parts[2].matches("READY|FAILOVER")
                && !parts[3].isEmpty() && !parts[4].isEmpty(), "%s holds '%s', which is no task id of it", path, text);
    }

    private void checkApp(String path, String name, String text) {
        JsonObject app = object(path, text);
        demand(List.copyOf(app.keySet()).equals(APP_MEMBERS), "%s has members %s", path, app.keySet());
        demandText(path, app, "appName", name);
        demandTypes(path, app, List.of("appURL", "bootstrapScript"), "text");
        demandTypes(path, app, List.of("cpuCount", "memoryMB", "eventTraceSamplingCount"), "number");
        demandTypes(path, app, List.of("appCacheEnable"), "boolean");
    }

    private void checkJob(String path, String name, String text) {
        JsonObject job = object(path, text);
        List<String> known = job.keySet().stream().filter(JOB_MEMBERS::contains).toList();
        String type = textOf(job, "jobType");
        demand(known.equals(JOB_MEMBERS.stream().filter(member -> isExpected(job, member, type)).toList()),
                "%s has members %s", path, job.keySet());
        demand(List.copyOf(job.keySet()).subList(0, known.size()).equals(known),
                "%s has members of its own before those of 2.1.5: %s", path, job.keySet());
        demandText(path, job, "jobName", name);
        demand(Set.of("SIMPLE", "DATAFLOW", "SCRIPT").contains(type), "%s has jobType %s", path, type);
        demand(Set.of("TRANSIENT", "DAEMON").contains(textOf(job, "jobExecutionType")), "%s has jobExecutionType %s", path,
                job.get("jobExecutionType"));
        demandTypes(path, job, List.of("jobClass", "cron", "shardingItemParameters", "jobParameter", "description",
                "appName"), "text");
        demandTypes(path, job, List.of("shardingTotalCount", "cpuCount", "memoryMB"), "number");
        demandTypes(path, job, List.of("failover", "misfire"), "boolean");
        demand(!job.has("beanName") == !job.has("applicationContext"), "%s has half a Spring bean", path);
        demand(job.has("jobProperties") && job.get("jobProperties").isJsonObject()
                && List.copyOf(job.getAsJsonObject("jobProperties").keySet()).equals(HANDLERS),
                "%s has jobProperties %s", path, job.get("jobProperties"));
    }

    private static boolean isExpected(JsonObject job, String member, String type) {
        return switch (member) {
            case "streamingProcess" -> type.equals("DATAFLOW");
            case "scriptCommandLine" -> type.equals("SCRIPT");
            case "beanName", "applicationContext" -> job.has(member);
            default -> true;
        };
    }

    private JsonObject object(String path, String text) {
        try {
            JsonElement element = JsonParser.parseString(text);
            if (element.isJsonObject()) {
                return element.getAsJsonObject();
            }
        } catch (JsonParseException e) {
            problems.add("%s is no JSON: %s".formatted(path, e.getMessage()));
            return new JsonObject();
        }
        problems.add("%s is no JSON object".formatted(path));
        return new JsonObject();
    }

    private static String textOf(JsonObject object, String member) {
        return object.has(member) && object.get(member).isJsonPrimitive() ? object.get(member).getAsString() : "";
    }

    private void demandText(String path, JsonObject object, String member, String expected) {
        demand(textOf(object, member).equals(expected), "%s has %s %s", path, member, object.get(member));
    }

    private void demandTypes(String path, JsonObject object, List<String> members, String type) {
        for (String member : members) {
            JsonElement value = object.get(member);
            boolean fits = value != null && value.isJsonPrimitive() && switch (type) {
                case "text" -> value.getAsJsonPrimitive().isString();
                case "number" -> value.getAsJsonPrimitive().isNumber();
                default -> value.getAsJsonPrimitive().isBoolean();
            };
            demand(fits, "%s has %s %s, which is no %s", path, member, value, type);
        }
    }

    private void demand(boolean holds, String otherwise, Object... values) {
        if (!holds) {
            problems.add(otherwise.formatted(values));
        }
    }
}
