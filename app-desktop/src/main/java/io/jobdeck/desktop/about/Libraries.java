package io.jobdeck.desktop.about;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The libraries this program runs with, each with its licence. */
public final class Libraries {

    private static final String RESOURCE = "licences.properties";
    private static final String JAR = ".jar";

    private final Properties licences = new Properties();

    /** Reads the licences that are known, by the beginnings of the libraries' names. */
    public Libraries() {
        try (InputStream in = Libraries.class.getResourceAsStream(RESOURCE)) {
            licences.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The program lacks a part of itself: " + RESOURCE, e);
        }
    }

    /** Returns those on class path and module path, by name; reads directories, so not for the interface thread. */
    public List<Library> inUse() {
        return Stream.of("java.class.path", "jdk.module.path")
                .map(path -> System.getProperty(path, ""))
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
                .filter(entry -> !entry.isBlank())
                .flatMap(entry -> jars(Path.of(entry)))
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .map(file -> new Library(file.substring(0, file.length() - JAR.length()), licence(file).orElse("")))
                .toList();
    }

    private static Stream<String> jars(Path entry) {
        if (entry.toString().endsWith(JAR)) {
            return Stream.of(entry.getFileName().toString());
        }
        if (!Files.isDirectory(entry)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(entry)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(JAR)).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the licence of a library by the name of its file, the longest beginning that is known. */
    Optional<String> licence(String file) {
        return licences.stringPropertyNames().stream()
                .filter(file::startsWith)
                .max(Comparator.comparingInt(String::length))
                .map(licences::getProperty);
    }
}
