/** Tests of strict YAML. */
@NullMarked
package dev.holdfast.core.yaml;

import org.jspecify.annotations.NullMarked;
