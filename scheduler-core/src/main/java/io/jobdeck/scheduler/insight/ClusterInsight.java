package io.jobdeck.scheduler.insight;

import io.jobdeck.scheduler.model.TaskId;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the cluster itself tells: its agents, and the files of tasks on them. It changes nothing, is no operation of spec
 * section 4 and not audited, so it stands beside {@code SchedulerOperations}. Calls block for some seconds at most (a
 * download until it has been read); safe on any thread, but not for the interface thread.
 *
 * <p>Every call throws {@code OperationException}, whose kind is the state that a person has to be told: UNAVAILABLE if
 * master or agent are out of reach, CONFLICT if a task has no sandbox yet, NOT_FOUND if sandbox or file are gone or never
 * were, INVALID if a path is none within a sandbox.
 */
public interface ClusterInsight {

    /** Most bytes that one {@link #read} returns. */
    int LONGEST_READ = 1024 * 1024;

    /** Returns the agents as the master knows them, a few seconds old at most. */
    AgentsReport agents();

    /**
     * Lists a directory of a task's sandbox. The task may have ended; its sandbox stays for as long as the agent keeps it.
     *
     * @param path within the sandbox, parts separated by slashes; empty for the sandbox itself
     */
    SandboxListing files(TaskId task, String path);

    /**
     * Reads a part of a file.
     *
     * @param path within the sandbox
     * @param offset where to begin, in bytes; empty for so many bytes before the file's end
     * @param length how many bytes at most, from 1 to {@link #LONGEST_READ}; fewer at the end of the file
     */
    FilePart read(TaskId task, String path, OptionalLong offset, int length);

    /** Returns the sandboxes of an app's executors that run, in the order of the agents' host names (spec section 13). */
    List<ExecutorSandbox> sandboxes(String app);

    /** Opens a file to be read whole, to be closed by the caller; a stall of half a minute breaks it off. */
    FileDownload download(TaskId task, String path);
}
