package dev.holdfast.secrets.rule;

import dev.holdfast.fuzz.Target;
import dev.holdfast.fuzz.Text;
import java.util.List;

/** Whatever stands behind a scheme. */
public final class UrlTarget implements Target {
    private static final List<String> SCHEMES =
            List.of(
                    "postgres://",
                    "mysql://",
                    "mongodb+srv://",
                    "redis://",
                    "amqps://",
                    "https://",
                    "jdbc:postgresql://",
                    "jdbc:sqlserver://");

    @Override
    public String name() {
        return "url";
    }

    @Override
    public List<byte[]> seeds() {
        return Text.all(
                "\0u:q1w2e3%40r4@db.shop.test:5432/a?sslmode=require\"",
                "\1u:${PASSWORD}@h/a",
                "\2u:x\\u0040\\/y@[::1]:1,h2:2/?a=b&amp;c",
                "\7h;user=sa;password=q1w2e3r4;x",
                "\6h/a?user=u&password=q1w2e3r4");
    }

    @Override
    public void run(byte[] input) {
        if (input.length > 0) {
            String scheme = SCHEMES.get((input[0] & 0xFF) % SCHEMES.size());
            byte[] bytes = Text.bytes(scheme);
            byte[] whole = java.util.Arrays.copyOf(bytes, bytes.length + input.length - 1);
            System.arraycopy(input, 1, whole, bytes.length, input.length - 1);
            Scanned.scan(whole);
        }
    }
}
