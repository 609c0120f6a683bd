/** Tests of the package. */
@NullMarked
package dev.holdfast.secrets.rule;

import org.jspecify.annotations.NullMarked;
