/** What earlier runs found to be clean, and need not be looked at again. */
@NullMarked
package dev.holdfast.secrets.known;

import org.jspecify.annotations.NullMarked;
