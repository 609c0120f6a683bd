package dev.holdfast.secrets.decode;

import dev.holdfast.fuzz.Pieces;
import dev.holdfast.fuzz.Target;
import dev.holdfast.fuzz.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** What is decoded stands in the input, and is no more than a few times as long. */
public final class DecodersTarget implements Target {
    @Override
    public String name() {
        return "decoders";
    }

    @Override
    public List<byte[]> seeds() {
        String words = "VGhlIHF1aWNrIGJyb3duIGZveCBqdW1wcyBvdmVyIHRoZSBsYXp5IGRvZy4gQWdhaW4h";
        return Text.all(
                words,
                words + "\r\n" + words + "\r\n" + words + "==",
                words.replace("a", "\\n"),
                "54686520717569636b2062726f776e20666f78206a756d7073206f766572",
                "%54%68%65%20quick&#x20;&amp;\\u0062\\x72\\157\\u{77}\\n\\\\\\\"",
                "\uFEFFtext");
    }

    @Override
    public void run(byte[] input) throws IOException {
        long total = 0;
        for (Decoded each : Decoders.in(input, input.length)) {
            check(each.start() >= 0 && each.start() < each.end(), "an empty run");
            check(each.end() <= input.length, "a run ends behind the input");
            total += each.text().length;
        }
        check(total <= 8L * input.length + 64, "much comes of little: " + total);
        Utf16.Encoding encoding = Utf16.of(input, input.length);
        if (encoding != null) {
            byte[] once = encoding.decoded(new ByteArrayInputStream(input)).readAllBytes();
            byte[] pieces = encoding.decoded(new Pieces(input)).readAllBytes();
            check(Arrays.equals(once, pieces), "pieces are recoded into something else");
            check(once.length <= 3L * input.length, "recoding makes too much");
        }
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
