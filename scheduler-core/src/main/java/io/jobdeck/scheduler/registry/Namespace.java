package io.jobdeck.scheduler.registry;

/**
 * Translates between paths inside the namespace and paths of the server. The namespace's own node is {@code "/"}.
 *
 * @param root path of the namespace's node on the server
 */
record Namespace(String root) {

    static Namespace named(String name) {
        return new Namespace("/" + name);
    }

    String absolute(String path) {
        return path.equals("/") ? root : root + path;
    }

    String relative(String absolute) {
        return absolute.length() == root.length() ? "/" : absolute.substring(root.length());
    }

    static String child(String parent, String name) {
        return parent.equals("/") ? "/" + name : parent + "/" + name;
    }
}
