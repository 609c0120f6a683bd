/** The kinds of secrets that the scanner knows by their form. */
@NullMarked
package dev.holdfast.secrets.rule;

import org.jspecify.annotations.NullMarked;
