import Base

/// Zones as programs show them to people, which some write into files: `(UTC-05:00) Eastern Time (US & Canada)`,
/// `(GMT+01:00) Amsterdam / Berlin`, `UTC+2`.
enum ShownZone {
    /// By the first of its cities whose clocks have that offset in some month; else by the offset alone, in a zone whose
    /// clocks do not change. Nil for a name without an offset.
    static func zone(_ name: String, cities: (String) -> Zone?) -> Zone? {
        var rest = Substring(name)
        let isBracketed = rest.first == "("
        if isBracketed { rest = rest.dropFirst() }
        for word in ["UTC", "GMT"] where rest.uppercased().hasPrefix(word) {
            rest = rest.dropFirst(3).drop { $0 == " " }
            let written = rest.prefix { "+-−:0123456789".contains($0) }
            guard let offset = written.isEmpty ? 0 : ForeignClock.offset(String(written)) else { return nil }
            rest = rest.dropFirst(written.count)
            if isBracketed, rest.first == ")" { rest = rest.dropFirst() }
            return named(String(rest), offset, cities)
                ?? (isBracketed || rest.trimmed.isEmpty ? steady[offset].flatMap { Zone($0) } : nil)
        }
        return nil
    }

    private static func named(_ text: String, _ offset: Int, _ cities: (String) -> Zone?) -> Zone? {
        for part in text.split(whereSeparator: { ",/;(".contains($0) }) {
            let place = part.trimmed.lowercased().replacing(" ", with: "_").replacing(")", with: "")
            guard let zone = regions[place].flatMap({ Zone($0) }) ?? cities(place) else { continue }
            // January and July of a year like any other.
            let offsets = [1_767_225_600, 1_782_864_000].map { zone.offset(at: Instant(seconds: $0)) }
            if offsets.contains(offset) { return zone }
        }
        return nil
    }

    /// Regions and cities that have no zone of their own name.
    private static let regions = [
        "eastern_time": "America/New_York", "central_time": "America/Chicago", "mountain_time": "America/Denver",
        "pacific_time": "America/Los_Angeles", "atlantic_time": "America/Halifax", "arizona": "America/Phoenix",
        "indiana": "America/Indiana/Indianapolis", "alaska": "America/Anchorage", "hawaii": "Pacific/Honolulu",
        "newfoundland": "America/St_Johns", "central_america": "America/Guatemala", "saskatchewan": "America/Regina",
        "brasilia": "America/Sao_Paulo", "city_of_buenos_aires": "America/Argentina/Buenos_Aires", "georgetown": "America/Guyana",
        "edinburgh": "Europe/London", "bern": "Europe/Zurich", "kyiv": "Europe/Kiev", "west_central_africa": "Africa/Lagos",
        "harare": "Africa/Harare", "pretoria": "Africa/Johannesburg", "abu_dhabi": "Asia/Dubai", "islamabad": "Asia/Karachi",
        "chennai": "Asia/Kolkata", "mumbai": "Asia/Kolkata", "new_delhi": "Asia/Kolkata", "astana": "Asia/Almaty",
        "hanoi": "Asia/Bangkok", "beijing": "Asia/Shanghai", "osaka": "Asia/Tokyo", "sapporo": "Asia/Tokyo",
        "canberra": "Australia/Sydney", "wellington": "Pacific/Auckland", "st._petersburg": "Europe/Moscow",
        "mitteleuropäische_zeit": "Europe/Berlin",
    ]

    /// Offsets in seconds and a zone that keeps each all the year.
    private static let steady: [Int: String] = {
        let hours = [
            -11: "Pacific/Pago_Pago", -10: "Pacific/Honolulu", -9: "Pacific/Gambier", -8: "Pacific/Pitcairn",
            -7: "America/Phoenix", -6: "America/Guatemala", -5: "America/Bogota", -4: "America/La_Paz",
            -3: "America/Argentina/Buenos_Aires", -2: "Atlantic/South_Georgia", -1: "Atlantic/Cape_Verde", 0: "UTC",
            1: "Africa/Lagos", 2: "Africa/Maputo", 3: "Africa/Nairobi", 4: "Asia/Dubai", 5: "Asia/Karachi", 6: "Asia/Dhaka",
            7: "Asia/Bangkok", 8: "Asia/Singapore", 9: "Asia/Tokyo", 10: "Australia/Brisbane", 11: "Pacific/Guadalcanal",
            12: "Pacific/Tarawa", 13: "Pacific/Tongatapu", 14: "Pacific/Kiritimati",
        ]
        var found = Dictionary(uniqueKeysWithValues: hours.map { ($0.key * 3600, $0.value) })
        for (seconds, name) in [
            (12_600, "Asia/Tehran"), (16_200, "Asia/Kabul"), (19_800, "Asia/Kolkata"), (20_700, "Asia/Kathmandu"),
            (23_400, "Asia/Yangon"), (34_200, "Australia/Darwin"),
        ] { found[seconds] = name }
        return found
    }()
}
