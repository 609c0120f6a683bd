package dev.holdfast.core.yaml;

/**
 * A single value.
 *
 * @param text the value, quotes and escapes resolved
 * @param plain whether it stood without quotes, so that {@code true} and {@code 5} are not texts
 */
public record YamlScalar(String text, boolean plain, int line, int column) implements YamlNode {

    /** Whether nothing is said: an empty plain value, {@code ~} or {@code null}. */
    public boolean isNull() {
        return plain
                && (text.isEmpty()
                        || text.equals("~")
                        || text.equals("null")
                        || text.equals("Null")
                        || text.equals("NULL"));
    }

    @Override
    public String kind() {
        return isNull() ? "nothing" : "a single value";
    }
}
