package io.binnacle.platform.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {

    /** Appendix A of RFC 7396, as far as target and patch are objects. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':'b'}          | {'a':'c'}                  | {'a':'c'}",
                "{'a':'b'}          | {'b':'c'}                  | {'a':'b','b':'c'}",
                "{'a':'b'}          | {'a':null}                 | {}",
                "{'a':'b','b':'c'}  | {'a':null}                 | {'b':'c'}",
                "{'a':['b']}        | {'a':'c'}                  | {'a':'c'}",
                "{'a':'c'}          | {'a':['b']}                | {'a':['b']}",
                "{'a':{'b':'c'}}    | {'a':{'b':'d','c':null}}   | {'a':{'b':'d'}}",
                "{'a':[{'b':'c'}]}  | {'a':[1]}                  | {'a':[1]}",
                "{'e':null}         | {'a':1}                    | {'e':null,'a':1}",
                "{}                 | {'a':{'bb':{'ccc':null}}}  | {'a':{'bb':{}}}"
            })
    void does_what_the_rfc_shows(String target, String patch, String result) {
        ObjectNode changed = json(target);

        MergePatch.apply(changed, json(patch));

        assertThat(changed).isEqualTo(json(result));
    }

    private static ObjectNode json(String text) {
        return Json.read(text.replace('\'', '"'), ObjectNode.class);
    }
}
