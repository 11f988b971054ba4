/// The continents as the alliance counts them: the Americas are two.
package enum Continent: String, CaseIterable, Sendable, Codable, Hashable {
    case africa, asia, europe, northAmerica, southAmerica, oceania, antarctica
}

/// A country or territory of ISO 3166-1 by its alpha-2 code. Its name comes from the reader's language (`words.country`).
package struct Country: RawRepresentable, Hashable, Sendable, Codable {
    package let rawValue: String

    /// Nil for a code that ISO 3166-1 does not assign.
    package init?(rawValue: String) {
        guard Country.continents[rawValue] != nil else { return nil }
        self.rawValue = rawValue
    }
    package var code: String { rawValue }
    package var continent: Continent { Country.continents[rawValue] ?? .antarctica }

    /// Every code, sorted.
    package static let codes: [String] = continents.keys.sorted()

    /// Continents follow the geographical regions of the UN's M49 list, with its Americas cut at Panama and its
    /// Caribbean counted to the north.
    private static let regions: [(Continent, String)] = [
        (
            .africa,
            """
            AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML MR MU MW MZ NA \
            NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW
            """
        ),
        (
            .asia,
            """
            AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK \
            PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE
            """
        ),
        (
            .europe,
            """
            AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT \
            NL NO PL PT RO RS RU SE SI SJ SK SM UA VA
            """
        ),
        (
            .northAmerica,
            """
            AG AI AW BB BL BM BQ BS BZ CA CR CU CW DM DO GD GL GP GT HN HT JM KN KY LC MF MQ MS MX NI PA PM PR SV SX TC TT \
            US VC VG VI
            """
        ),
        (.southAmerica, "AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE"),
        (.oceania, "AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS"),
        (.antarctica, "AQ"),
    ]
    private static let continents: [String: Continent] = Dictionary(
        regions.flatMap { continent, codes in codes.split(separator: " ").map { (String($0), continent) } },
        uniquingKeysWith: { first, _ in first })
}
