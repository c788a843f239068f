package io.jobdeck.scheduler.access;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Supplier;

/** The commands by which a person keeps the file of accounts. A running scheduler takes up what they change. */
public final class AccountCommands {

    /** How the commands are given, one a line, for the help. */
    public static final List<String> USAGE = List.of(
            "accounts list                  shows the accounts and their roles",
            "accounts password NAME ROLE    adds or replaces one; asks for its password (or standard input)",
            "accounts token NAME ROLE       adds or replaces one; prints its token, this once",
            "accounts remove NAME           removes an account");

    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 200;

    private final AccountFile file;
    private final SecureRandom random;
    private final Supplier<char[]> password;

    /**
     * @param file file of accounts; made by the first account that is added
     * @param password asks for a new password, not on the screen nor on a command line
     */
    public AccountCommands(Path file, Supplier<char[]> password) {
        this.file = new AccountFile(file);
        this.random = new SecureRandom();
        this.password = password;
    }

    /**
     * Does what the words say.
     *
     * @param words a command and what belongs to it, without {@code accounts}
     * @return lines for the person; those of a new token hold it, and nothing else ever does
     * @throws AccountException if the words are no command, or it cannot be done
     */
    public List<String> run(List<String> words) {
        String command = words.isEmpty() ? "" : words.get(0);
        return switch (command + " " + words.size()) {
            case "list 1" -> list();
            case "password 3" -> addWithPassword(words.get(1), role(words.get(2)));
            case "token 3" -> addWithToken(words.get(1), role(words.get(2)));
            case "remove 2" -> remove(words.get(1));
            default -> throw new AccountException("The commands are: " + String.join("; ",
                    USAGE.stream().map(line -> line.split(" {2,}")[0]).toList()) + ".");
        };
    }

    private static Role role(String text) {
        return Role.named(text).orElseThrow(() -> new AccountException(
                "The role must be viewer, operator or admin; '%s' is none.".formatted(text)));
    }

    private List<String> list() {
        return file.read().all().stream().map(Account::toString).toList();
    }

    private List<String> addWithPassword(String name, Role role) {
        demandName(name);
        char[] chosen = password.get();
        if (chosen.length < SHORTEST_PASSWORD || chosen.length > LONGEST_PASSWORD) {
            throw new AccountException("A password has %d to %d characters.".formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD));
        }
        file.put(new Account(name, role, PasswordHash.of(chosen, random)));
        return List.of("Account '%s' is %s now, with its new password.".formatted(name, article(role)));
    }

    private List<String> addWithToken(String name, Role role) {
        demandName(name);
        String token = TokenHash.newToken(random);
        file.put(new Account(name, role, TokenHash.of(token)));
        return List.of("Account '%s' is %s now. Its token, which is shown this once:".formatted(name, article(role)), token);
    }

    private static void demandName(String name) {
        try {
            Account.checked(name);
        } catch (IllegalArgumentException e) {
            throw new AccountException(e.getMessage() + ".", e);
        }
    }

    private static String article(Role role) {
        return (role == Role.VIEWER ? "a " : "an ") + role.text();
    }

    private List<String> remove(String name) {
        if (!file.remove(name)) {
            throw new AccountException("There is no account '%s' in %s.".formatted(name, file.path()));
        }
        return List.of("Account '%s' is removed.".formatted(name));
    }
}
