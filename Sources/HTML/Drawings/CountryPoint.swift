/// A point within each country: ISO 3166-1 alpha-2, latitude, longitude in degrees.
/// Made with Natural Earth (1:110m, public domain) by bin/outlines; small states by hand.
package enum CountryPoint {
    /// Nil for a code that the list does not hold.
    package static func of(_ code: String) -> (latitude: Double, longitude: Double)? { all[code] }

    private static let all: [String: (latitude: Double, longitude: Double)] = {
        var points: [String: (latitude: Double, longitude: Double)] = [:]
        for entry in text.split(separator: ";") {
            let parts = entry.split(whereSeparator: { $0 == " " || $0 == "\n" })
            guard parts.count == 3, let latitude = Double(parts[1]), let longitude = Double(parts[2]) else { continue }
            points[String(parts[0])] = (latitude, longitude)
        }
        return points
    }()

    private static let text = """
        AD 42.5 1.5; AE 23.9 54.2; AF 33.9 66.1; AL 41.1 20.0; AM 40.2 45.0; AO -12.3 17.5;
        AR -35.2 -65.1; AT 47.6 14.1; AU -25.6 134.4; AZ 40.3 47.7; BA 44.2 17.8; BB 13.2 -59.5;
        BD 23.8 90.3; BE 50.7 4.6; BF 12.3 -1.8; BG 42.8 25.2; BH 26.0 50.5; BI -3.4 29.9;
        BJ 9.6 2.3; BN 4.7 114.9; BO -16.7 -64.6; BR -10.8 -53.1; BS 24.5 -77.9; BT 27.4 90.5;
        BW -22.1 23.8; BY 53.5 28.0; BZ 17.2 -88.7; CA 57.7 -101.6; CD -2.9 23.6; CF 6.5 20.4;
        CG -0.8 15.1; CH 46.8 8.1; CI 7.6 -5.6; CL -37.3 -71.7; CM 5.7 12.6; CN 36.6 103.9;
        CO 3.9 -73.1; CR 10.0 -84.2; CU 21.6 -79.0; CV 15.1 -23.6; CY 34.9 33.0; CZ 49.8 15.3;
        DE 51.1 10.3; DJ 11.8 42.5; DK 56.2 9.3; DO 18.9 -70.5; DZ 28.2 2.6; EC -1.5 -78.4;
        EE 58.6 25.8; EG 26.5 29.8; EH 24.3 -12.1; ER 15.4 38.7; ES 40.3 -3.6; ET 8.7 39.6;
        FI 64.5 26.2; FJ -17.8 178.0; FK -51.7 -59.4; FR 46.6 2.3; GA -0.6 11.7; GB 53.9 -2.7;
        GE 42.2 43.5; GH 7.9 -1.2; GL 74.8 -41.5; GM 13.5 -15.4; GN 10.4 -11.1; GQ 1.6 10.4;
        GR 39.3 22.6; GT 15.7 -90.4; GW 12.0 -15.1; GY 4.8 -59.0; HK 22.3 114.2; HN 14.8 -86.6;
        HR 44.5 15.6; HT 18.9 -72.1; HU 47.2 19.4; ID -0.3 114.0; IE 53.2 -8.0; IL 31.4 34.7;
        IN 22.9 79.6; IQ 33.0 43.8; IR 32.5 54.3; IS 65.1 -18.8; IT 43.5 12.2; JM 18.1 -77.3;
        JO 31.2 36.8; JP 36.0 136.9; KE 0.6 37.8; KG 41.5 74.6; KH 12.7 104.9; KP 40.1 127.2;
        KR 36.4 127.8; KW 29.3 47.6; KZ 48.2 67.3; LA 18.4 103.8; LB 33.9 35.9; LI 47.1 9.5;
        LK 7.7 80.7; LR 6.4 -9.4; LS -29.6 28.2; LT 55.3 23.9; LU 49.8 6.0; LV 56.8 24.8;
        LY 27.0 18.0; MA 29.9 -8.4; MC 43.7 7.4; MD 47.2 28.4; ME 42.8 19.3; MG -19.4 46.7;
        MK 41.6 21.7; ML 17.3 -3.5; MM 21.0 96.5; MN 46.8 102.9; MO 22.2 113.5; MR 20.2 -10.3;
        MT 35.9 14.4; MU -20.3 57.6; MV 3.2 73.2; MW -13.2 34.2; MX 23.9 -102.6; MY 3.5 114.7;
        MZ -17.2 35.5; NA -22.1 17.2; NC -21.3 165.5; NE 17.3 9.3; NG 9.5 8.0; NI 12.8 -85.0;
        NL 52.3 5.5; NO 64.6 12.2; NP 28.2 84.0; NZ -44.0 170.5; OM 20.6 56.1; PA 8.5 -80.1;
        PE -9.2 -74.4; PG -6.6 144.3; PH 15.8 121.5; PK 30.0 69.4; PL 52.1 19.3; PR 18.2 -66.5;
        PS 31.9 35.3; PT 39.6 -8.1; PY -23.2 -58.4; QA 25.3 51.2; RO 45.9 24.9; RS 44.2 20.8;
        RU 61.7 99.2; RW -2.0 29.9; SA 24.1 44.5; SB -7.9 159.1; SD 16.0 29.9; SE 62.8 16.6;
        SG 1.4 103.8; SI 46.1 14.9; SK 48.7 19.5; SL 8.5 -11.8; SM 43.9 12.5; SN 14.4 -14.5;
        SO 4.8 45.7; SR 4.1 -55.9; SS 7.3 30.2; SV 13.7 -88.9; SY 35.0 38.5; SZ -26.5 31.4;
        TD 15.3 18.6; TF -49.3 69.5; TG 8.4 1.0; TH 15.0 101.0; TJ 38.6 71.0; TL -8.8 126.0;
        TM 39.1 59.3; TN 34.2 9.5; TR 39.0 35.4; TT 10.4 -61.3; TW 23.7 121.0; TZ -6.3 34.8;
        UA 49.0 31.4; UG 1.3 32.4; US 39.5 -99.1; UY -32.8 -56.0; UZ 41.7 63.2; VE 7.2 -66.2;
        VN 16.0 107.8; VU -15.2 166.9; YE 15.9 47.5; ZA -28.9 25.0; ZM -13.4 27.7; ZW -18.9 29.8;
        """
}
