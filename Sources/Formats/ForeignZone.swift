import Base

/// Names of zones that are no IANA names: cities, abbreviations, paths of other programs.
package enum ForeignZone {
    /// The zone and whether its name had to be interpreted; nil if it says nothing that we know.
    package static func zone(_ name: String) -> (zone: Zone, isGuess: Bool)? {
        let name = name.trimmed
        guard !name.isEmpty, name.utf8.count <= 100 else { return nil }
        if let zone = Zone(name) { return (zone, false) }
        if let known = known[name.uppercased()], let zone = Zone(known) { return (zone, true) }
        if let windows = WindowsZone.iana(name), let zone = Zone(windows) { return (zone, true) }
        if let shown = ShownZone.zone(name, cities: { cities[$0].flatMap { Zone($0) } }) { return (shown, true) }
        // "/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", "TZ:Europe/Berlin"
        let parts = name.split(whereSeparator: { "/:".contains($0) })
        for count in [3, 2] where parts.count >= count {
            if let zone = Zone(parts.suffix(count).joined(separator: "/")) { return (zone, true) }
        }
        if let last = parts.last, let known = known[last.uppercased()], let zone = Zone(known) { return (zone, true) }
        let city = parts.last.map { $0.lowercased().replacing(" ", with: "_") } ?? ""
        return cities[city].flatMap { Zone($0) }.map { ($0, true) }
    }

    /// The last part of each IANA name, where it is unambiguous.
    private static let cities: [String: String] = {
        var found: [String: String] = [:]
        for name in Zone.names.sorted() where !name.hasPrefix("Etc/") {
            let city = name.split(separator: "/").last.map { $0.lowercased() } ?? ""
            if found[city] == nil { found[city] = name }
        }
        return found
    }()

    /// Abbreviations that mean one thing to nearly everybody.
    private static let known = [
        "UTC": "UTC", "GMT": "UTC", "Z": "UTC", "ETC/UTC": "UTC", "ETC/GMT": "UTC", "CET": "Europe/Berlin",
        "CEST": "Europe/Berlin", "MEZ": "Europe/Berlin", "MESZ": "Europe/Berlin", "MET": "Europe/Berlin", "WET": "Europe/Lisbon",
        "EET": "Europe/Helsinki", "BST": "Europe/London", "EST5EDT": "America/New_York", "EST": "America/New_York",
        "EDT": "America/New_York", "CST6CDT": "America/Chicago", "MST7MDT": "America/Denver", "PST8PDT": "America/Los_Angeles",
        "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles", "JST": "Asia/Tokyo", "AEST": "Australia/Sydney",
        "US/EASTERN": "America/New_York", "US/CENTRAL": "America/Chicago", "US/MOUNTAIN": "America/Denver",
        "US/PACIFIC": "America/Los_Angeles",
    ]
}
