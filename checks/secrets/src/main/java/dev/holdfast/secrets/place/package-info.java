/** Where something was found: its line and column, and the line around it with secrets left out. */
@NullMarked
package dev.holdfast.secrets.place;

import org.jspecify.annotations.NullMarked;
