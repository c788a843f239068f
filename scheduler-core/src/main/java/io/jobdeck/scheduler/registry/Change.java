package io.jobdeck.scheduler.registry;

/** One step of a {@link Transaction}. Paths are inside the namespace. */
public sealed interface Change {

    /** Matches any version. */
    int ANY_VERSION = -1;

    /** Returns the node it concerns. */
    String path();

    /** Creates a node; its parent must exist. */
    record Create(String path, String text) implements Change { }

    /** Sets the value of a node that exists. */
    record Set(String path, String text, int version) implements Change {
        public Set(String path, String text) {
            this(path, text, ANY_VERSION);
        }
    }

    /** Deletes a node that exists and has no children. */
    record Delete(String path, int version) implements Change {
        public Delete(String path) {
            this(path, ANY_VERSION);
        }
    }

    /** Demands that a node exists and, unless {@link #ANY_VERSION}, has this version. */
    record Check(String path, int version) implements Change {
        public Check(String path) {
            this(path, ANY_VERSION);
        }
    }
}
