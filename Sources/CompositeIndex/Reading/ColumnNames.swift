/// What the user says about a table; all that is left out is found out.
public struct ColumnNames: Hashable, Sendable {
    /// The row that names the columns, from 1; the first that has cells if nil.
    public var headerRow: Int?
    public var layout: Layout?
    public var unitCode: String?
    public var unitName: String?
    public var kind: String?
    public var period: String?
    public var indicator: String?
    public var value: String?
    public var status: String?
    public var groupings: Set<String>
    /// Columns that are passed over.
    public var unused: Set<String>
    /// Only rows that have this text in this column are read: `["SEX": "_T"]`.
    public var slice: [String: String]

    public init(
        headerRow: Int? = nil, layout: Layout? = nil, unitCode: String? = nil, unitName: String? = nil, kind: String? = nil,
        period: String? = nil, indicator: String? = nil, value: String? = nil, status: String? = nil,
        groupings: Set<String> = [], unused: Set<String> = [], slice: [String: String] = [:]
    ) {
        self.headerRow = headerRow
        self.layout = layout
        self.unitCode = unitCode
        self.unitName = unitName
        self.kind = kind
        self.period = period
        self.indicator = indicator
        self.value = value
        self.status = status
        self.groupings = groupings
        self.unused = unused
        self.slice = slice
    }
}

/// How a table tells its numbers.
public enum Layout: String, Hashable, Sendable, Codable, CaseIterable {
    /// A row a unit (and period), a column an indicator.
    case wide
    /// A row a value: unit, indicator, perhaps the period.
    case long
    /// A row a unit and an indicator, a column a year, as the World Development Indicators are handed out.
    case years
    /// As `long`, with the columns of SDMX-CSV 1.0.
    case sdmx1
    case sdmx2
}

/// What a column is there for.
enum Role: Int, CaseIterable {
    case unitCode, unitName, kind, period, indicator, value, status

    /// Headers in use, the surest first, without blanks and signs.
    var headers: [String] {
        switch self {
        case .unitCode:
            [
                "ucode", "unitcode", "iso3", "iso3code", "isocode", "iso", "countrycode", "economycode", "refarea", "geo",
                "geocode",
                "areacode", "code", "iso2",
            ]
        case .unitName:
            [
                "uname", "unitname", "countryname", "country", "economy", "name", "geoname", "territory", "university",
                "institution",
            ]
        case .kind: ["ukind", "kind"]
        case .period: ["time", "timeperiod", "year", "period"]
        case .indicator:
            ["icode", "indicatorcode", "indicator", "seriescode", "series", "variablecode", "variable", "measure", "subject"]
        case .value: ["value", "obsvalue", "val"]
        case .status: ["obsstatus", "status"]
        }
    }

    /// Headers that name units where nothing surer does; elsewhere they are groups or units of measurement.
    static let looseUnits = ["area", "location", "city", "region", "unit"]

    func name(in names: ColumnNames) -> String? {
        switch self {
        case .unitCode: names.unitCode
        case .unitName: names.unitName
        case .kind: names.kind
        case .period: names.period
        case .indicator: names.indicator
        case .value: names.value
        case .status: names.status
        }
    }
}
