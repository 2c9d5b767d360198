package io.binnacle.industry.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;

/** A place of the industry in a public classification. */
public record IndustryCode(
        @JsonProperty(required = true) Scheme scheme,
        @JsonProperty(required = true) String code,
        @JsonProperty(required = true) String title) {

    /** A public classification of industries. */
    public enum Scheme {
        /** The United Nations' ISIC, revision 4: a section such as {@code K}, or two to four digits. */
        ISIC4("[A-U]|\\d{2,4}"),
        /** The North American NAICS of 2022: two to six digits, or a range of sectors such as {@code 44-45}. */
        NAICS2022("[1-9]\\d{1,5}|31-33|44-45|48-49");

        private final Pattern form;

        Scheme(String form) {
            this.form = Pattern.compile(form);
        }

        /** Whether {@code code} has the form of this classification's codes. */
        public boolean accepts(String code) {
            return form.matcher(code).matches();
        }
    }
}
