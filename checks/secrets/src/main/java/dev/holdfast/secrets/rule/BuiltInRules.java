package dev.holdfast.secrets.rule;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The rules that are shipped; read once. */
final class BuiltInRules {
    /** The file that the build makes of the YAML files beside it. */
    static final String RESOURCE = "rules.bin";

    static final RuleSet FIRST_CLASS = RuleSet.of(read());

    private BuiltInRules() {}

    static List<RuleEntry> read() {
        try (InputStream resource = BuiltInRules.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("the built-in rules are missing: " + RESOURCE);
            }
            return RuleStore.read(new DataInputStream(new BufferedInputStream(resource, 1 << 16)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
