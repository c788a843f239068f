package io.jobdeck.scheduler.access;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The lines of a file of accounts: {@code NAME:ROLE:HASH} each; empty ones and those that begin with # are remarks. */
final class AccountLines {

    private static final int PARTS = 3;

    private AccountLines() {
    }

    /** @throws AccountException naming the first line that is wrong */
    static Accounts parse(Path file, List<String> lines) {
        List<Account> accounts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int index = 0; index < lines.size(); index++) {
            try {
                Optional<Account> account = parse(lines.get(index));
                account.filter(found -> !names.add(found.name())).ifPresent(twice -> {
                    throw new IllegalArgumentException("The account '%s' stands on an earlier line already".formatted(twice.name()));
                });
                account.ifPresent(accounts::add);
            } catch (IllegalArgumentException e) {
                throw new AccountException("%s, line %d: %s.".formatted(file, index + 1, e.getMessage()), e);
            }
        }
        return new Accounts(accounts);
    }

    private static Optional<Account> parse(String line) {
        if (isRemark(line)) {
            return Optional.empty();
        }
        // What is wrong with a line is said without showing it: a password may have been written there by mistake.
        String[] parts = line.strip().split(":", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("A line is NAME:ROLE:HASH; the command 'accounts' writes them");
        }
        Role role = Role.named(parts[1].strip()).orElseThrow(
                () -> new IllegalArgumentException("The role must be viewer, operator or admin"));
        return Optional.of(new Account(parts[0].strip(), role, secret(parts[2].strip())));
    }

    private static Secret secret(String stored) {
        try {
            return Secret.parse(stored);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The hash " + e.getMessage(), e);
        }
    }

    private static boolean isRemark(String line) {
        return line.isBlank() || line.strip().startsWith("#");
    }

    static String format(Account account) {
        return account.name() + ":" + account.role().text() + ":" + account.secret().stored();
    }

    /** Tells whether a line is the account's of this name. */
    static boolean isOf(String name, String line) {
        return !isRemark(line) && line.strip().split(":", 2)[0].strip().equals(name);
    }
}
