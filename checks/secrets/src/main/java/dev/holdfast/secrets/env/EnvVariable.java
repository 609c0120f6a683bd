package dev.holdfast.secrets.env;

import dev.holdfast.core.result.FingerprintKey;
import dev.holdfast.secrets.rule.VariableNames;
import java.nio.charset.StandardCharsets;

/** A variable of an {@code .env} file. Not a record: its value must never be printed. */
public final class EnvVariable {
    private final String name;
    private final String value;
    private final String file;
    private final int line;

    EnvVariable(String name, String value, String file, int line) {
        this.name = name;
        this.value = value;
        this.file = file;
        this.line = line;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    String value() {
        return value;
    }

    /** Whether it has a name and no value. */
    public boolean isEmpty() {
        return value.isEmpty();
    }

    /** {@code file:line}, the file relative to the project's root. */
    public String source() {
        return file + ":" + line;
    }

    /** Whether a framework inlines it on purpose. */
    public boolean isPublic() {
        return VariableNames.isPublic(name);
    }

    /** The keyed hash of its value. */
    public String hash(FingerprintKey key) {
        return key.hash(value.getBytes(StandardCharsets.UTF_8));
    }

    /** The same variable with another value. */
    EnvVariable withValue(String other) {
        return new EnvVariable(name, other, file, line);
    }

    @Override
    public String toString() {
        return name + " (" + source() + ")";
    }
}
