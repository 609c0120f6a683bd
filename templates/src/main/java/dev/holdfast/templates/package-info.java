/** What init and demo write. Knows nobody. */
@NullMarked
package dev.holdfast.templates;

import org.jspecify.annotations.NullMarked;
