package io.jobdeck.scheduler.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A world with two apps and some jobs, and what happens in it.
 *
 * @param jobs specs of the first jobs
 * @param steps what happens, one after another
 */
record Scenario(List<JobSpec> jobs, List<Step> steps) {

    Scenario {
        jobs = List.copyOf(jobs);
        steps = List.copyOf(steps);
    }

    /** Runs it to the end and, if a rule is broken, finds the shortest part of it that breaks the same one and tells of that. */
    void run() {
        Optional<RuleBroken> failure = failure(line -> { });
        if (failure.isPresent()) {
            Scenario shortest = shortened(failure.get().rule());
            List<String> story = new ArrayList<>();
            RuleBroken broken = shortest.failure(line -> story.add(line.get())).orElse(failure.get());
            throw new RuleBroken("%s%n%nIt needs no more than this:%n%s%n%nWhat came of it:%n%s", broken.getMessage(),
                    shortest, String.join(System.lineSeparator(), story));
        }
    }

    private Optional<RuleBroken> failure(Consumer<Supplier<String>> story) {
        World world = new World(story);
        try {
            Names.APPS.forEach(app -> world.operate(AppRequests.register(app, 0), Fault.NONE));
            for (int index = 0; index < jobs.size(); index++) {
                world.operate(JobRequests.register(Names.job(index), jobs.get(index)), Fault.NONE);
            }
            world.flow();
            for (Step step : steps) {
                story.accept(() -> "- " + step);
                step.take(world);
            }
            story.accept(() -> "- all is well again");
            new Settling(world).settle();
            return Optional.empty();
        } catch (RuleBroken broken) {
            return Optional.of(broken);
        } catch (RuntimeException broken) {
            return Optional.of(new RuleBroken("%s at %s", broken, broken.getStackTrace()[0]));
        }
    }

    /** Leaves out as many steps as possible, first many at once, then one by one. */
    private Scenario shortened(String rule) {
        Scenario shortest = this;
        for (int size = Math.max(1, steps.size() / 2); size > 0; size = size == 1 ? 0 : size / 2) {
            for (int from = shortest.steps.size() - size; from >= 0; from -= size) {
                List<Step> fewer = new ArrayList<>(shortest.steps);
                fewer.subList(from, Math.min(from + size, fewer.size())).clear();
                Scenario shorter = new Scenario(jobs, fewer);
                boolean same = shorter.failure(line -> { })
                        .filter(broken -> broken.rule().equals(rule)).isPresent();
                shortest = same ? shorter : shortest;
            }
        }
        return shortest;
    }

    @Override
    public String toString() {
        return "jobs " + jobs + System.lineSeparator()
                + steps.stream().map(step -> "  " + step).collect(Collectors.joining(System.lineSeparator()));
    }
}
