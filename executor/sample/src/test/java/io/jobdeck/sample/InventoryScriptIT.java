package io.jobdeck.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryScriptIT {

    @TempDir
    private Path directory;

    @Test
    void listsWhatToOrderForTheWarehouseInTheContextOfTheScheduler() throws Exception {
        Sandbox sandbox = Sandbox.in(directory);

        int exitCode = run(sandbox, """
                {"taskId":"t","jobName":"inventory","shardingTotalCount":2,"jobParameter":"a b",\
                "shardingItemParameters":{"1":"central"},"jobEventSamplingCount":0}""");

        assertThat(exitCode).isZero();
        assertThat(sandbox.stdout()).contains("for central").doesNotContain("for east").contains("8 products looked at");
    }

    @Test
    void understandsTheContextOfTheExecutorToo() throws Exception {
        Sandbox sandbox = Sandbox.in(directory);

        int exitCode = run(sandbox, "{\"jobName\":\"inventory\",\"shardingItem\":0,\"shardingParameter\":\"east\"}");

        assertThat(exitCode).isZero();
        assertThat(sandbox.stdout()).contains("for east").doesNotContain("for central");
    }

    @Test
    void failsForAWarehouseThatIsNotThere() throws Exception {
        Sandbox sandbox = Sandbox.in(directory);

        int exitCode = run(sandbox, "{\"shardingParameter\":\"moon\"}");

        assertThat(exitCode).isEqualTo(1);
        assertThat(sandbox.stdout()).contains("warehouse moon is not in the stock list");
    }

    private static int run(Sandbox sandbox, String context) throws Exception {
        Process script = sandbox.start("bin/inventory.sh '" + context + "'", Map.of());
        assertThat(script.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(sandbox.stderr()).isEmpty();
        return script.exitValue();
    }
}
