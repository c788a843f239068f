package io.jobdeck.scheduler.embedded.master;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.FrameworkInfo.Capability;

/** What Mesos asks of a FrameworkInfo. Problems are told in its words. */
final class FrameworkRules {

    private static final String ANY_ROLE = "*";

    static boolean has(FrameworkInfo info, Capability.Type type) {
        return info.getCapabilitiesList().stream().anyMatch(capability -> capability.getType() == type);
    }

    /** Returns the roles whose resources are offered. */
    static List<String> roles(FrameworkInfo info) {
        if (has(info, Capability.Type.MULTI_ROLE)) {
            return info.getRolesList();
        }
        return List.of(singleRole(info));
    }

    @SuppressWarnings("deprecation")
    private static String singleRole(FrameworkInfo info) {
        return info.getRole();
    }

    @SuppressWarnings("deprecation")
    private static boolean hasSingleRole(FrameworkInfo info) {
        return info.hasRole();
    }

    /** Returns why a framework may not subscribe. */
    Optional<String> problem(FrameworkInfo info) {
        if (has(info, Capability.Type.MULTI_ROLE)) {
            return hasSingleRole(info)
                    ? Optional.of("'FrameworkInfo.role' must not be set when the framework is MULTI_ROLE capable")
                    : problemOfRoles(info.getRolesList());
        }
        if (info.getRolesCount() > 0) {
            return Optional.of(
                    "'FrameworkInfo.roles' must not be set when the framework is not MULTI_ROLE capable");
        }
        return problemOfRole(singleRole(info)).map(why -> "'FrameworkInfo.role' is not a valid role: " + why);
    }

    private static Optional<String> problemOfRoles(List<String> roles) {
        Set<String> seen = new HashSet<>();
        for (String role : roles) {
            if (!seen.add(role)) {
                return Optional.of("'FrameworkInfo.roles' contains duplicate items: " + role);
            }
            Optional<String> problem = problemOfRole(role);
            if (problem.isPresent()) {
                return problem.map(why -> "'FrameworkInfo.roles' contains invalid role: " + why);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problemOfRole(String role) {
        if (role.equals(ANY_ROLE)) {
            return Optional.empty();
        }
        if (role.isEmpty()) {
            return Optional.of("Empty role name is invalid");
        }
        if (role.startsWith("/")) {
            return Optional.of("Role '" + role + "' cannot start with a slash");
        }
        if (role.endsWith("/")) {
            return Optional.of("Role '" + role + "' cannot end with a slash");
        }
        if (role.contains("//")) {
            return Optional.of("Role '" + role + "' cannot contain two adjacent slashes");
        }
        return List.of(role.split("/")).stream()
                .flatMap(component -> problemOfComponent(role, component).stream())
                .findFirst();
    }

    private static Optional<String> problemOfComponent(String role, String component) {
        if (Set.of(".", "..", ANY_ROLE).contains(component)) {
            return Optional.of("Role '" + role + "' cannot include '" + component + "' as a component");
        }
        if (component.startsWith("-")) {
            return Optional.of("Role component '" + component + "' is invalid because it begins with a dash");
        }
        if (component.chars().anyMatch(c -> Character.isWhitespace(c) || c == '\b')) {
            return Optional.of(
                    "Role component '" + component + "' is invalid because it contains backspace or whitespace");
        }
        return Optional.empty();
    }
}
