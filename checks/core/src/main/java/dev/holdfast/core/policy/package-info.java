/**
 * The policy file: what it may say (shapes), whether it says that (validation, locks), and what is
 * in force when several layers speak.
 */
@NullMarked
package dev.holdfast.core.policy;

import org.jspecify.annotations.NullMarked;
