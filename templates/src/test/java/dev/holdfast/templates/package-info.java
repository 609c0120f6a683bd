/** Tests of the templates and of how their blanks are filled. */
@NullMarked
package dev.holdfast.templates;

import org.jspecify.annotations.NullMarked;
