package org.suyuan.epcis.unit;

import org.suyuan.epcis.gs1.ApplicationIdentifier;
import org.suyuan.epcis.gs1.ApplicationIdentifiers;
import org.suyuan.epcis.gs1.Gs1SyntaxException;
import org.suyuan.epcis.gs1.Gs1Uri;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.epcis.gs1.Sscc;

/**
 * Something that is traced: an item, a package, a lot, a quantity of a product, or anything else that has an absolute URI.
 * Two units are equal exactly when their canonical URIs are, however they were written.
 */
public sealed interface TraceUnit {

    /** The canonical URI: a Digital Link at {@code https://id.gs1.org}, {@code urn:suyuan:supervision:…}, or the URI as it is. */
    String uri();

    /** One piece of a product, by AI (01) and (21). */
    record Item(Gtin gtin, String serial) implements TraceUnit {
        public Item {
            require("21", serial);
        }

        @Override
        public String uri() {
            return Gs1Uri.of("01", gtin.value(), "21", serial);
        }
    }

    /** One piece of a product, by its supervision code. */
    record SupervisedItem(SupervisionCode code) implements TraceUnit {
        @Override
        public String uri() {
            return code.uri();
        }
    }

    /** A case, pallet or other package, by AI (00). */
    record LogisticUnit(Sscc sscc) implements TraceUnit {
        @Override
        public String uri() {
            return Gs1Uri.of("00", sscc.value());
        }
    }

    /** A lot of a product, by AI (01) and (10). */
    record Lot(Gtin gtin, String lot) implements TraceUnit {
        public Lot {
            require("10", lot);
        }

        @Override
        public String uri() {
            return Gs1Uri.of("01", gtin.value(), "10", lot);
        }
    }

    /** Some quantity of a product of which neither lot nor serial is known. */
    record ProductClass(Gtin gtin) implements TraceUnit {
        @Override
        public String uri() {
            return Gs1Uri.of("01", gtin.value());
        }
    }

    /** Whatever else has an absolute URI: returnable and individual assets, Ecode, OID, Handle, MA, private URIs. */
    record OtherThing(String uri) implements TraceUnit {
        public OtherThing {
            uri = AbsoluteUri.normalised(uri);
        }
    }

    private static void require(String ai, String value) {
        ApplicationIdentifier known = ApplicationIdentifiers.find(ai).orElseThrow();
        known.fault(value).ifPresent(fault -> {
            throw new Gs1SyntaxException(fault.rule(), value, fault.position(), fault.detail());
        });
    }
}
