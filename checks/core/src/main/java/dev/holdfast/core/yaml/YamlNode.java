package dev.holdfast.core.yaml;

/** A part of a YAML file, with the place (1-based) where it starts. */
public sealed interface YamlNode permits YamlScalar, YamlSequence, YamlMapping {

    /** The line, 1-based. */
    int line();

    /** The column, 1-based. */
    int column();

    /** What a person calls this kind of node. */
    String kind();
}
