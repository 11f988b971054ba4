/// The agenda of the 2025 conference, letter for letter as the concept note prints it.
package enum ConveneDemoAgenda {
    package static let text = """
        Opening Ceremony Agenda (Mexico City Time)

        December 3rd
        9:20—9:30
        Opening Video
        December 3rd
        9:30—9:40
        Future Education Scenario Presenting
        December 3rd
        9:40—10:15
        Opening Remarks
        December 3rd
        10:15—10:25
        Keynote Report
        December 3rd
        10:25—10:30
        Report Release Release of Infinite Possibilities: Digital Development Report of Global Higher Education 2025 and Digital Development Index of Global Higher Education 2025
        December 3rd
        10:30—10:40
        Release of Mexico City Declaration
        10:40-11:00 Tea Break
        December 3rd
        11:00—11:40
        (8 mins each)
        Keynote Presentations
        December 3rd
        11:40—11:50
        Announcement of the Host Institution for 2026 Global MOOC and Online Education Conference
        11:50-12:00 Tea Break
        December 3rd
        12:00—12:20
        Roundtable Forum
        December 3rd
        12:20—12:30
        GMA Awards Ceremony

        Plenary Sessions (Mexico City Time)

        December 3rd 14:00—17:00Plenary Session 1: Pedagogical Innovation, Educator Empowerment, and Emerging Learning Models
        Plenary Session 2: Global Knowledge Ecosystems, Academic Cooperation, and Industry Synergy
        December 4th 9:30—12:30Plenary Session 3: Ethics, Governance, and Trust in AI-Empowered Education
        Plenary Session 4: Quality, Equity, and Inclusive Access in the Digital Era
        """
}
