/** Tests of the commands of probes. */
@NullMarked
package dev.holdfast.commands.probe;

import org.jspecify.annotations.NullMarked;
