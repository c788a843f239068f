package io.jobdeck.scheduler;

import io.jobdeck.scheduler.access.AccountException;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks for a new password: twice and unseen at a terminal, else in the first line of standard input. */
final class PasswordPrompt implements Supplier<char[]> {

    private final Optional<Console> terminal;
    private final InputStream input;

    PasswordPrompt(Optional<Console> terminal, InputStream input) {
        this.terminal = terminal;
        this.input = input;
    }

    @Override
    public char[] get() {
        return terminal.map(PasswordPrompt::ask).orElseGet(this::read);
    }

    private static char[] ask(Console console) {
        char[] first = entered(console.readPassword("New password: "));
        char[] again = entered(console.readPassword("Once more: "));
        if (!Arrays.equals(first, again)) {
            throw new AccountException("The two were not the same. Nothing was changed.");
        }
        return first;
    }

    private static char[] entered(char[] text) {
        return text == null ? new char[0] : text;
    }

    private char[] read() {
        try {
            String line = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).readLine();
            return line == null ? new char[0] : line.toCharArray();
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read", e);
        }
    }
}
