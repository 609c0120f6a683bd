/** Tests of the policy file. */
@NullMarked
package dev.holdfast.core.policy;

import org.jspecify.annotations.NullMarked;
