package dev.holdfast.core.yaml;

/** A key with its value; line and column are those of the key. */
public record YamlEntry(String key, int keyLine, int keyColumn, YamlNode value) {}
