package org.suyuan.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.shared.Amount;
import org.suyuan.shared.LotId;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.ProductId;
import org.suyuan.shared.SiteId;

/**
 * What anybody may know of the registry: what stands on labels, licences and shop fronts. No actor and no scope, so nothing here
 * may hold a person's data: no contact, no exact address of an operator.
 */
public interface PublicFacts {
    /** Places, products or operators asked for at once. */
    int ASKED_MAX = 10_000;

    /** The product of an item's or a package's GTIN. */
    Optional<PublicProduct> product(Gtin gtin);

    Optional<PublicProduct> product(ProductId id);

    Map<Gtin, PublicProduct> products(Collection<Gtin> gtins);

    Optional<PublicLot> lot(Gtin gtin, String lotNumber);

    Optional<PublicLot> lot(LotId id);

    /** Sites by the URIs events name them with; unknown URIs are absent. One query however many. */
    Map<String, PublicSite> sites(Collection<String> places);

    Optional<PublicOperator> operator(OperatorId id);

    Map<OperatorId, PublicOperator> operators(Collection<OperatorId> ids);

    /** The sites of an operator that are at work, by name, at most {@code limit}. */
    List<PublicSite> sitesOf(OperatorId operator, int limit);

    /** The products an operator answers for that are still made, by name, at most {@code limit}. */
    List<PublicProduct> productsOf(OperatorId operator, int limit);

    /**
     * Whose company prefix a GS1 key begins with.
     *
     * @param digits a GLN, an SSCC without its extension digit, or a GTIN-13
     */
    Optional<PublicOperator> operatorByCompanyPrefix(String digits);

    /** @param packagingLevel 0 when the GTIN asked for is the item's */
    record PublicProduct(
            ProductId id,
            OperatorId operator,
            @Nullable Gtin gtin,
            @Nullable String ownCode,
            int packagingLevel,
            long pieces,
            String nameZh,
            @Nullable String nameEn,
            CodeValue category,
            @Nullable String specification,
            @Nullable Amount netContent,
            @Nullable ShelfLife shelfLife,
            @Nullable CodeValue storage,
            @Nullable String brand,
            @Nullable String origin,
            ProductStatus status) {}

    record PublicLot(
            LotId id,
            ProductId product,
            String lotNumber,
            @Nullable LocalDate productionDate,
            @Nullable LocalDate bestBefore,
            @Nullable Amount quantity,
            @Nullable SiteId site) {}

    /** @param regionPath for scopes and maps, see {@link Region#path} */
    record PublicSite(
            SiteId id,
            OperatorId operator,
            String operatorNameZh,
            @Nullable String operatorNameEn,
            String nameZh,
            @Nullable String nameEn,
            String role,
            String place,
            RegionCode region,
            String regionPath,
            @Nullable String address,
            @Nullable GeoPoint point,
            RegistrationStatus status) {}

    record PublicOperator(
            OperatorId id,
            @Nullable UnifiedSocialCreditCode uscc,
            String nameZh,
            @Nullable String nameEn,
            List<String> kinds,
            RegionCode region,
            String regionPath,
            @Nullable String productionLicence,
            @Nullable String operationLicence,
            RegistrationStatus status) {}
}
