package io.jobdeck.scheduler.access;

import io.jobdeck.scheduler.access.AccountFile.Stamp;
import java.io.IOException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts of a file, current at every look. A file that has become wrong changes nothing until it is right again.
 * Safe on any thread.
 */
final class LiveAccounts implements Supplier<Accounts> {

    private static final Logger LOG = LoggerFactory.getLogger(LiveAccounts.class);

    private final AccountFile file;
    private Stamp seen;
    private Accounts accounts;

    /** @throws AccountException if the file cannot be read or a line is wrong */
    LiveAccounts(AccountFile file) {
        this.file = file;
        this.seen = stampOrNull();
        this.accounts = file.read();
        warnIfOpen();
    }

    private void warnIfOpen() {
        if (file.isOpenToOthers()) {
            LOG.warn("every user of this machine can read {}; take that permission away: chmod o-r", file.path());
        }
    }

    @Override
    public synchronized Accounts get() {
        Stamp now = stampOrNull();
        if (now == null ? seen != null : !now.equals(seen)) {
            seen = now;
            reload();
        }
        return accounts;
    }

    private void reload() {
        try {
            accounts = file.read();
            LOG.info("{} has changed; {} accounts are known now", file.path(), accounts.all().size());
            warnIfOpen();
        } catch (AccountException e) {
            LOG.warn("the accounts stay as they were: {}", e.getMessage());
        }
    }

    private Stamp stampOrNull() {
        try {
            return file.stamp();
        } catch (IOException e) {
            LOG.debug("{} cannot be looked at: {}", file.path(), e.toString());
            return null;
        }
    }
}
