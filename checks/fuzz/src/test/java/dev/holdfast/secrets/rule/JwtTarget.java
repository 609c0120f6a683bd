package dev.holdfast.secrets.rule;

import dev.holdfast.fuzz.Target;
import dev.holdfast.fuzz.Text;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Any bytes as header and claims of a JWT; the first byte of the input says where one ends. */
public final class JwtTarget implements Target {
    @Override
    public String name() {
        return "jwt";
    }

    @Override
    public List<byte[]> seeds() {
        return Text.all(
                "\30{\"alg\":\"HS256\",\"typ\":1}{\"role\":\"service_role\",\"exp\":1e400}",
                "\16{\"alg\":\"none\"}{\"iss\":[[{}]],\"exp\":-1,\"ref\":null}",
                "\16{\"alg\":\"RS25\"}{\"a\":{\"a\":{\"a\":\"\\uD800\"}},\"exp\":99999999999999999999}");
    }

    @Override
    public void run(byte[] input) {
        if (input.length < 2) {
            return;
        }
        int cut = 1 + (input[0] & 0xFF) % (input.length - 1);
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String header = encoder.encodeToString(Arrays.copyOfRange(input, 1, cut));
        String claims = encoder.encodeToString(Arrays.copyOfRange(input, cut, input.length));
        String signature = "sIgNaTuRe0123456789".repeat(2);
        Scanned.scan(Text.bytes("\"" + header + "." + claims + "." + signature + "\""));
        Scanned.scan(Text.bytes("eyJ" + Text.latin1(input)));
    }
}
