package io.jobdeck.desktop.connection;

import java.util.Objects;

/** As whom the console calls the schedulers of a cluster. Holds no secret. */
public sealed interface SignIn {

    /** They take everybody's calls. */
    record Nobody() implements SignIn { }

    /**
     * With an account, whose password is asked for.
     *
     * @param name name of the account
     */
    record Account(String name) implements SignIn {
        public Account {
            Objects.requireNonNull(name, "name");
        }
    }

    /** With a token, which is asked for. */
    record Token() implements SignIn { }
}
