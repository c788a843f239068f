package io.jobdeck.scheduler.mesos.endpoints;

import com.google.gson.stream.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * An answer to {@code /files/read}.
 *
 * @param offset where the bytes begin, or the file's size if that was asked for
 * @param bytes exactly as they are in the file
 */
record FileBytes(long offset, byte[] bytes) {

    private static final int BYTES = 0x100;

    /**
     * Reads an answer. Mesos puts a file's bytes into a JSON text as they are, whether they are UTF-8 or not, so the answer
     * is read byte by byte, and not as the text it claims to be.
     */
    static FileBytes read(byte[] answer) throws EndpointException {
        return Json.read(answer, StandardCharsets.ISO_8859_1, FileBytes::read);
    }

    private static FileBytes read(JsonReader json) throws IOException {
        long[] offset = {0};
        byte[][] bytes = {new byte[0]};
        Json.object(json, (name, value) -> {
            switch (name) {
                case "offset" -> offset[0] = (long) Json.number(value);
                case "data" -> bytes[0] = bytes(value.nextString());
                default -> value.skipValue();
            }
        });
        return new FileBytes(offset[0], bytes[0]);
    }

    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        text.codePoints().forEach(each -> {
            if (each < BYTES) {
                bytes.write(each);
            } else {
                bytes.writeBytes(Character.toString(each).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }
}
