package io.jobdeck.scheduler.access;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A file of accounts on disk. */
final class AccountFile {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path path;

    AccountFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /** By which a file that has changed is told from what it was. */
    record Stamp(FileTime modified, long size, Object key) { }

    Path path() {
        return path;
    }

    /** @throws IOException if there is no such file, or it cannot be looked at */
    Stamp stamp() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    }

    /** @throws AccountException if it cannot be read or a line is wrong */
    Accounts read() {
        return AccountLines.parse(path, lines());
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(path, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new AccountException("There is no file %s. Make it with the command 'accounts'; --help shows how."
                    .formatted(path), e);
        } catch (CharacterCodingException e) {
            throw new AccountException("%s is not text in UTF-8.".formatted(path), e);
        } catch (IOException e) {
            throw new AccountException("%s cannot be read (%s). Check its permissions.".formatted(path, e.getMessage()), e);
        }
    }

    /** Returns whether others than its owner may read it, as far as the file system can tell. */
    boolean isOpenToOthers() {
        try {
            return Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    /** Puts an account in, in the place of the one of the same name, and makes the file if there is none. */
    void put(Account account) {
        change(account.name(), List.of(AccountLines.format(account)));
    }

    /** Takes an account out; false if there is none of that name. */
    boolean remove(String name) {
        boolean there = read().named(name).isPresent();
        if (there) {
            change(name, List.of());
        }
        return there;
    }

    private void change(String name, List<String> replacement) {
        List<String> lines = new ArrayList<>(Files.exists(path) ? lines() : List.of());
        AccountLines.parse(path, lines);
        int place = lines.size();
        for (int index = 0; index < lines.size(); index++) {
            place = AccountLines.isOf(name, lines.get(index)) ? index : place;
        }
        if (place < lines.size()) {
            lines.remove(place);
        }
        lines.addAll(place, replacement);
        write(lines);
    }

    /** A scheduler that reads the file at this moment sees all of the old one or all of the new one. */
    private void write(List<String> lines) {
        try {
            Files.createDirectories(path.getParent());
            Path fresh = Files.createTempFile(path.getParent(), path.getFileName() + ".", ".new", attributes());
            try {
                Files.write(fresh, lines, StandardCharsets.UTF_8);
                Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new AccountException("%s cannot be written (%s).".formatted(path, e.getMessage()), e);
        }
    }

    private FileAttribute<?>[] attributes() throws IOException {
        if (!Files.getFileStore(path.getParent()).supportsFileAttributeView("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> permissions = Files.exists(path) ? Files.getPosixFilePermissions(path) : OWNER_ONLY;
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }
}
