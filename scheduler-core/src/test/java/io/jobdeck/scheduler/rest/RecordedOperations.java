package io.jobdeck.scheduler.rest;

import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.Enabled;
import io.jobdeck.scheduler.operations.JobOutcome;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Operations that do nothing but remember what they were asked, and refuse or answer as they are told to. */
final class RecordedOperations implements InvocationHandler {

    /** An operation and what it was given, without the caller. */
    record Asked(String operation, List<Object> arguments) { }

    final SchedulerOperations operations = (SchedulerOperations) Proxy.newProxyInstance(
            RecordedOperations.class.getClassLoader(), new Class<?>[] {SchedulerOperations.class}, this);
    final List<Asked> asked = new CopyOnWriteArrayList<>();
    final List<Caller> callers = new CopyOnWriteArrayList<>();
    volatile Optional<OperationException> refusal = Optional.empty();
    volatile Enabled enabled = new Enabled(true, Optional.empty());
    volatile int count;
    volatile List<JobOutcome> outcomes = List.of();

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        List<Object> given = new ArrayList<>(Arrays.asList(arguments));
        callers.add((Caller) given.remove(given.size() - 1));
        asked.add(new Asked(method.getName(), given));
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        if (method.getReturnType() == Enabled.class) {
            return enabled;
        }
        if (method.getReturnType() == int.class) {
            return count;
        }
        return method.getReturnType() == List.class ? outcomes : null;
    }

    void forget() {
        asked.clear();
        callers.clear();
        refusal = Optional.empty();
    }
}
