/** The commands about the policy file. */
@NullMarked
package dev.holdfast.commands.policy;

import org.jspecify.annotations.NullMarked;
