import Store

/// What the log says of an error that nobody foresaw: its kind. A database's own text may quote personal data.
package enum FailureKind {
    package static func of(_ error: any Error) -> String {
        if let error = error as? StoreError { return "\(error)".split(separator: "(").first.map(String.init) ?? "store" }
        return "\(type(of: error))"
    }
}
