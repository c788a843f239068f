package io.jobdeck.scheduler.access;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts there are, by name and by token. */
final class Accounts {

    private final Map<String, Account> byName = new LinkedHashMap<>();
    private final Map<TokenHash, Account> byToken = new LinkedHashMap<>();

    /** Takes accounts with different names. */
    Accounts(Collection<Account> accounts) {
        for (Account account : accounts) {
            byName.put(account.name(), account);
            if (account.secret() instanceof TokenHash token) {
                byToken.put(token, account);
            }
        }
    }

    List<Account> all() {
        return List.copyOf(byName.values());
    }

    Optional<Account> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<Account> withToken(String token) {
        return Optional.ofNullable(byToken.get(TokenHash.of(token)));
    }
}
