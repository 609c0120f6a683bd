/** Tests of dev.holdfast.cli, of the whole house, and of the distribution. */
@NullMarked
package dev.holdfast.cli;

import org.jspecify.annotations.NullMarked;
