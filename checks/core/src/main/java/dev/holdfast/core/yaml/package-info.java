/**
 * A strict reader for the YAML files that people write for Holdfast: the plain part of YAML 1.2,
 * with the place of everything, and a refusal of what would make a file mean something else than it
 * shows.
 */
@NullMarked
package dev.holdfast.core.yaml;

import org.jspecify.annotations.NullMarked;
