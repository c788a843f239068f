package io.jobdeck.scheduler.mesos.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import java.util.Map;
import org.apache.mesos.v1.Protos.CommandInfo;
import org.apache.mesos.v1.Protos.ContainerStatus;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.MasterInfo;
import org.apache.mesos.v1.Protos.Resource;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.apache.mesos.v1.Protos.Value;
import org.apache.mesos.v1.Protos.Volume.Source.CSIVolume.StaticProvisioning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MesosJsonTest {

    private final MesosJson json = new MesosJson();

    @Test
    void writesAnUnsetFieldThatHasADefaultUnlessItIsDeprecated() {
        assertThat(json.write(CommandInfo.newBuilder().setValue("run").build()))
                .isEqualTo("{\"shell\":true,\"value\":\"run\"}");
        assertThat(json.write(Resource.newBuilder().setName("cpus").setType(Value.Type.SCALAR)
                .setScalar(Value.Scalar.newBuilder().setValue(4)).build()))
                .isEqualTo("{\"name\":\"cpus\",\"type\":\"SCALAR\",\"scalar\":{\"value\":4.0}}");
    }

    @Test
    void leavesOutAnEnumValueItHasNoNameFor() {
        UnknownFieldSet quotaV2 = UnknownFieldSet.newBuilder()
                .addField(1, UnknownFieldSet.Field.newBuilder().addVarint(3).build()).build();

        assertThat(json.write(MasterInfo.Capability.newBuilder().setUnknownFields(quotaV2).build())).isEqualTo("{}");
    }

    @Test
    void writesUnsignedNumbersStringsAndBytes() {
        assertThat(json.write(ContainerStatus.newBuilder().setExecutorPid(-1).build()))
                .isEqualTo("{\"executor_pid\":4294967295}");
        assertThat(json.write(TaskStatus.newBuilder().setMessage("a \"b\"\\\n\u0001/\u4e2d")
                .setData(ByteString.copyFrom(new byte[] {0, -1, 16})).buildPartial()))
                .isEqualTo("{\"message\":\"a \\\"b\\\"\\\\\\n\\u0001/\u4e2d\",\"data\":\"AP8Q\"}");
    }

    @ParameterizedTest
    @CsvSource({"4, 4.0", "0, 0.0", "-0.0, -0.0", "0.1, 0.1", "-2.5, -2.5", "1795360332.571575, 1795360332.571575",
        "1e20, 100000000000000000000.0", "1e21, 1e21", "0.00001, 0.00001", "1.5e-7, 1.5e-7", "2.2250738585072014e-308, 2.2250738585072014e-308",
        "NaN, '\"NaN\"'", "-Infinity, '\"-Infinity\"'"})
    void writesTheFewestDigitsThatReadBackAsTheSameNumber(double value, String text) {
        assertThat(json.write(Value.Scalar.newBuilder().setValue(value).build())).isEqualTo("{\"value\":" + text + "}");
    }

    @Test
    void readsAndWritesAMapAsAnObject() {
        String text = "{\"volume_id\":\"v\",\"volume_capability\":{\"access_mode\":{\"mode\":\"SINGLE_NODE_WRITER\"}},"
                + "\"node_stage_secrets\":{\"token\":{\"value\":{\"data\":\"AA==\"}}},\"volume_context\":{\"a\":\"b\"}}";

        StaticProvisioning volume = json.merge(text, StaticProvisioning.newBuilder()).build();

        assertThat(volume.getVolumeContextMap()).containsExactly(Map.entry("a", "b"));
        assertThat(json.write(volume)).isEqualTo(text);
    }

    @Test
    void ignoresWhatItDoesNotKnowAndTakesNullAndUnknownEnumNamesForUnset() {
        FrameworkInfo framework = json.merge("{\"user\":\"u\",\"name\":\"n\",\"webuiUrl\":\"x\",\"future\":{},"
                + "\"hostname\":null,\"capabilities\":[{\"type\":\"NOT_YET\"},{\"type\":\"PARTITION_AWARE\"}]}",
                FrameworkInfo.newBuilder()).build();

        assertThat(framework).isEqualTo(FrameworkInfo.newBuilder().setUser("u").setName("n")
                .addCapabilities(FrameworkInfo.Capability.newBuilder())
                .addCapabilities(FrameworkInfo.Capability.newBuilder()
                        .setType(FrameworkInfo.Capability.Type.PARTITION_AWARE))
                .build());
    }

    @Test
    void readsNumbersAndBooleansInQuotesAndCutsFractions() {
        ContainerStatus status = json.merge("{\"executor_pid\":\"7\"}", ContainerStatus.newBuilder()).build();
        CommandInfo command = json.merge("{\"shell\":\"false\"}", CommandInfo.newBuilder()).build();

        assertThat(status.getExecutorPid()).isEqualTo(7);
        assertThat(command.getShell()).isFalse();
        assertThat(json.merge("{\"executor_pid\":7.9}", ContainerStatus.newBuilder()).getExecutorPid()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"user\":5,\"name\":\"n\"}                    | Not expecting a JSON number for field 'user'",
        "{\"user\":[\"u\"],\"name\":\"n\"}              | Not expecting a JSON array for field 'user'",
        "{\"user\":{},\"name\":\"n\"}                   | Not expecting a JSON object for field 'user'",
        "{\"user\":true,\"name\":\"n\"}                 | Not expecting a JSON boolean for field 'user'",
        "{\"id\":\"x\"}                                 | Not expecting a JSON string for field 'id'",
        "{\"failover_timeout\":\"soon\"}                | Failed to parse 'soon' as a JSON number for field 'failover_timeout'",
        "{\"checkpoint\":\"maybe\"}                     | Failed to parse 'maybe' as a JSON boolean for field 'checkpoint'",
        "{\"user\":\"u\"}                               | Missing required fields: name",
        "{\"user\":\"u\",\"name\":\"n\",\"id\":{}}      | Missing required fields: id.value"})
    void refusesAWrongTypeOrAMissingFieldByName(String text, String message) {
        assertThatExceptionOfType(MesosJsonException.class)
                .isThrownBy(() -> json.merge(text, FrameworkInfo.newBuilder()))
                .withMessage(message)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(MesosJsonException.Kind.NOT_THE_MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4294967296", "-1", "1e999999999"})
    void refusesANumberOutOfTheFieldsRangeWithoutExpandingIt(String number) {
        assertThatExceptionOfType(MesosJsonException.class)
                .isThrownBy(() -> json.merge("{\"executor_pid\":" + number + "}", ContainerStatus.newBuilder()))
                .withMessageContaining("out of range for field 'executor_pid'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"a\":}", "{a:1}", "[1]", "null", "{} {}", "{\"a\":01}", "{'a':1}", "{\"a\":1,}"})
    void refusesWhatIsNotAJsonObject(String text) {
        assertThatExceptionOfType(MesosJsonException.class)
                .isThrownBy(() -> json.merge(text, FrameworkInfo.newBuilder()))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(MesosJsonException.Kind.NOT_JSON));
    }

    @Test
    void refusesNestingThatWouldExhaustTheStack() {
        String bomb = "{\"x\":".repeat(100_000);

        assertThatExceptionOfType(MesosJsonException.class)
                .isThrownBy(() -> json.merge(bomb, FrameworkInfo.newBuilder()));
    }
}
