package io.jobdeck.executor.internal.run;

import io.jobdeck.executor.job.ElasticJob;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** Finds jobs by class name and makes a new object each time, with the constructor that takes no arguments. */
public final class ClassNames implements JobSource {

    private final ClassLoader loader;

    /** @param loader where the classes of the app are */
    public ClassNames(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public Optional<ElasticJob> find(String name) throws ReflectiveOperationException {
        Class<?> type;
        try {
            type = Class.forName(name, true, loader);
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
        if (!ElasticJob.class.isAssignableFrom(type)) {
            throw new ReflectiveOperationException(
                    "%s implements neither SimpleJob nor DataflowJob of io.jobdeck.executor.job".formatted(name));
        }
        return Optional.of((ElasticJob) newObject(type));
    }

    private static Object newObject(Class<?> type) throws ReflectiveOperationException {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (NoSuchMethodException e) {
            throw new ReflectiveOperationException(
                    "%s has no constructor without arguments; add one, or register the job".formatted(type.getName()), e);
        } catch (InvocationTargetException e) {
            throw new ReflectiveOperationException(
                    "the constructor of %s failed".formatted(type.getName()), e.getCause());
        }
    }
}
