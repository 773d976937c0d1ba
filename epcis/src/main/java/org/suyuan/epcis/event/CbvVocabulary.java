package org.suyuan.epcis.event;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The closed word lists of CBV 2.0 and the prefixes under which a word may be written. The words are facts of the
 * standard; a sender may use others only under a namespace of its own.
 */
public enum CbvVocabulary {
    /** CBV 2.0 §7.1. */
    BIZ_STEP(
            "bizStep",
            "BizStep-",
            "bizstep",
            Arrays.stream(BizStep.values()).map(BizStep::word).collect(Collectors.joining(" "))),
    /** CBV 2.0 §7.2. */
    DISPOSITION(
            "disposition",
            "Disp-",
            "disp",
            Arrays.stream(Disposition.values()).map(Disposition::word).collect(Collectors.joining(" "))),
    /** CBV 2.0 §7.3. */
    BIZ_TRANSACTION_TYPE(
            "business transaction type",
            "BTT-",
            "btt",
            "bol cert desadv inv pedigree po poc prodorder recadv rma testprd testres upevt"),
    /** CBV 2.0 §7.4. */
    SOURCE_DEST_TYPE("source or destination type", "SDT-", "sdt", "owning_party possessing_party location"),
    /** CBV 2.0 §7.5. */
    ERROR_REASON("error reason", "ER-", "er", "did_not_occur incorrect_data"),
    /** CBV 2.0 §7.6 (components of a physical quantity). */
    COMPONENT(
            "component",
            "Comp-",
            "comp",
            "x y z axial_distance azimuth height spherical_radius polar_angle elevation_angle easting northing latitude"
                    + " longitude altitude"),
    /** GS1 Web Vocabulary measurement types, EPCIS 2.0 §7.3.7.3. */
    MEASUREMENT_TYPE(
            "sensor measurement type",
            "",
            "",
            "AbsoluteHumidity AbsorbedDose AbsorbedDoseRate Acceleration Radioactivity Altitude AmountOfSubstance"
                    + " AmountOfSubstancePerUnitVolume Angle AngularAcceleration AngularMomentum AngularVelocity Area"
                    + " Capacitance Conductance Conductivity Count Density Dimensionless DoseEquivalent"
                    + " DoseEquivalentRate DynamicViscosity ElectricCharge ElectricCurrent ElectricCurrentDensity"
                    + " ElectricFieldStrength Energy Exposure Force Frequency Illuminance Inductance Irradiance"
                    + " KinematicViscosity Length LinearMomentum Luminance LuminousFlux LuminousIntensity MagneticFlux"
                    + " MagneticFluxDensity MagneticVectorPotential Mass MassConcentration MassFlowRate"
                    + " MassPerAreaTime MemoryCapacity MolalityOfSolute MolarEnergy MolarMass MolarVolume Power"
                    + " Pressure RadiantFlux RadiantIntensity RelativeHumidity Resistance Resistivity SolidAngle"
                    + " SpecificVolume Speed SurfaceDensity SurfaceTension Temperature Time Torque Voltage Volume"
                    + " VolumeFlowRate VolumeFraction VolumetricFlux Wavenumber"),
    /** GS1 Web Vocabulary sensor alert types, EPCIS 2.0 §7.3.7.3. */
    SENSOR_ALERT_TYPE("sensor alert type", "", "", "ALARM_CONDITION ERROR_CONDITION");

    private static final Set<String> STANDARD_NAMESPACES = Stream.of(
                    Namespaces.CBV_SPELLINGS, Namespaces.VOC_SPELLINGS, List.of(Namespaces.CBV_URN))
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final String label;
    private final String uriPrefix;
    private final List<String> spellings;
    private final Set<String> words;

    CbvVocabulary(String label, String webName, String urnName, String words) {
        this.label = label;
        boolean isCbv = !webName.isEmpty();
        this.uriPrefix = (isCbv ? Namespaces.CBV_WEB : Namespaces.VOC_WEB) + webName;
        this.spellings = isCbv
                ? Stream.concat(
                                Namespaces.CBV_SPELLINGS.stream().map(namespace -> namespace + webName),
                                Stream.of(Namespaces.CBV_URN + urnName + ":"))
                        .toList()
                : Namespaces.VOC_SPELLINGS;
        this.words = Set.of(words.split(" "));
    }

    /** What people call this vocabulary in a message. */
    public String label() {
        return label;
    }

    public Set<String> words() {
        return words;
    }

    /** The canonical Web URI of one of this vocabulary's words. */
    public String uri(String word) {
        return uriPrefix + word;
    }

    /** The bare word that {@code written} means in this vocabulary, whichever of the standard's spellings is used. */
    public Optional<String> word(String written) {
        if (words.contains(written)) {
            return Optional.of(written);
        }
        return spellings.stream()
                .filter(written::startsWith)
                .map(spelling -> written.substring(spelling.length()))
                .filter(words::contains)
                .findFirst();
    }

    /** Whether the text stands in a namespace that only the standard may extend. */
    static boolean isInStandardNamespace(String written) {
        return STANDARD_NAMESPACES.stream().anyMatch(written::startsWith);
    }

    /** Enum constructors run before the enum's own static fields exist; hence the separate holder. */
    private static final class Namespaces {
        static final String CBV_WEB = "https://ref.gs1.org/cbv/";
        static final String VOC_WEB = "https://gs1.org/voc/";
        static final String CBV_URN = "urn:epcglobal:cbv:";
        static final List<String> CBV_SPELLINGS = List.of(
                CBV_WEB, "http://ref.gs1.org/cbv/", "https://ns.gs1.org/cbv/", "http://ns.gs1.org/cbv/", "cbv:");
        static final List<String> VOC_SPELLINGS = List.of(
                VOC_WEB,
                "http://gs1.org/voc/",
                "https://www.gs1.org/voc/",
                "http://www.gs1.org/voc/",
                "https://ref.gs1.org/voc/",
                "gs1:");
    }
}
