import CompositeIndex

/// An index, and the same for the periods before where these were computed together with it.
package struct IndexSeries: Sendable {
    package struct Point: Sendable {
        package let period: String
        package let build: Build
    }

    package let own: Build
    /// The oldest first, the own one last; empty for an index of one period.
    package let points: [Point]

    package init(_ build: Build) {
        own = build
        points = []
    }

    /// The own period is the last one.
    package init(_ panel: PanelBuild) {
        points = zip(panel.periods, panel.builds).map { Point(period: $0, build: $1) }
        own = panel.builds[panel.builds.count - 1]
    }
}
