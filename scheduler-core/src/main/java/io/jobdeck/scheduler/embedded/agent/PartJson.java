package io.jobdeck.scheduler.embedded.agent;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes a part of a file as Mesos does: into a JSON text, every byte as it is, whether that makes UTF-8 or not. */
final class PartJson {

    private static final int FIRST_PRINTABLE = 0x20;

    private PartJson() {
    }

    static byte[] write(ByteBuffer bytes, long offset) {
        ByteArrayOutputStream json = new ByteArrayOutputStream(bytes.remaining() + 64);
        json.writeBytes(text("{\"data\":\""));
        while (bytes.hasRemaining()) {
            write(bytes.get(), json);
        }
        json.writeBytes(text("\",\"offset\":" + offset + "}"));
        return json.toByteArray();
    }

    private static void write(byte value, ByteArrayOutputStream json) {
        switch (value) {
            case '"', '\\' -> json.writeBytes(new byte[] {'\\', value});
            case '\n' -> json.writeBytes(text("\\n"));
            case '\r' -> json.writeBytes(text("\\r"));
            case '\t' -> json.writeBytes(text("\\t"));
            default -> {
                if (value >= 0 && value < FIRST_PRINTABLE) {
                    json.writeBytes(text("\\u%04x".formatted(value)));
                } else {
                    json.write(value);
                }
            }
        }
    }

    private static byte[] text(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }
}
