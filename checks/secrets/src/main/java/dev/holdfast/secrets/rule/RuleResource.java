package dev.holdfast.secrets.rule;

import dev.holdfast.core.result.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The shipped rules as the build packs them: reading YAML at each start would take longer than a
 * small scan. Examples stay behind.
 */
final class RuleResource {
    /** Beside this class. */
    static final String NAME = "rules.bin";

    private RuleResource() {}

    static byte[] pack(List<RuleEntry> rules) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(rules.size());
        for (RuleEntry each : rules) {
            out.writeUTF(each.id());
            out.writeUTF(each.name());
            out.writeUTF(each.provider());
            out.writeUTF(each.severity().name());
            out.writeUTF(each.power());
            out.writeUTF(each.rotation());
            out.writeUTF(each.source());
            texts(each.forms(), out);
            texts(each.keywords(), out);
        }
        return bytes.toByteArray();
    }

    private static void texts(List<String> texts, DataOutputStream out) throws IOException {
        out.writeByte(texts.size());
        for (String each : texts) {
            out.writeUTF(each);
        }
    }

    /** The rules that this build ships. */
    static List<RuleEntry> shipped() {
        try (InputStream in = RuleResource.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks " + NAME);
            }
            return unpack(new DataInputStream(new ByteArrayInputStream(in.readAllBytes())));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<RuleEntry> unpack(DataInputStream in) throws IOException {
        List<RuleEntry> rules = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            rules.add(
                    new RuleEntry(
                            in.readUTF(),
                            in.readUTF(),
                            in.readUTF(),
                            Severity.valueOf(in.readUTF()),
                            in.readUTF(),
                            in.readUTF(),
                            in.readUTF(),
                            texts(in),
                            texts(in),
                            List.of(),
                            List.of()));
        }
        return rules;
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
