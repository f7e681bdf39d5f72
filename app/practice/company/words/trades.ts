/** A line of business: its words as they end a company's name, and the industry it counts to in Salesforce. */
export interface Trade {
  readonly name: string;
  readonly industry: string;
}

const byIndustry: Readonly<Record<string, string>> = {
  Construction: `Plumbing; Roofing; Electric; Electrical Contractors; Landscaping; Construction; General Contractors;
    Heating & Air; Mechanical; Painting; Flooring; Tile & Stone; Drywall; Masonry; Concrete; Excavating; Paving; Steel;
    Glass & Mirror; Cabinets; Custom Homes; Builders; Remodeling; Fence & Deck; Garage Doors; Insulation; Windows & Doors;
    Scaffolding; Demolition; Surveying`,
  Manufacturing: `Manufacturing; Machine Works; Tool & Die; Fabrication; Plastics; Packaging; Castings; Bearings;
    Precision Products; Industries; Metal Finishing; Paper Products; Textiles; Cabinet Manufacturing; Instruments;
    Controls; Pump & Valve; Wire & Cable; Coatings; Chemical Products`,
  Transportation: `Logistics; Trucking; Freight Services; Transportation; Moving & Storage; Towing; Courier Service;
    Aviation Services; Marine Services; Limousine; Charter Bus; Warehousing`,
  Retail: `Hardware; Lumber; Building Supply; Furniture; Interiors; Jewelers; Florist; Books; Outfitters; Cycles; Music;
    Pharmacy; Appliance; Nursery & Garden; Pet Supply; Office Supply; Tire & Wheel; Auto Parts; Uniforms; Lighting;
    Kitchen & Bath; Toys & Hobbies; Optical`,
  'Food & Beverage': `Bakery; Brewing; Coffee Roasters; Catering; Foods; Meats; Seafood; Produce; Creamery; Winery; Grill;
    Diner; Pizzeria; Delicatessen; Distillery; Bottling; Confections; Restaurant Supply`,
  Hospitality: `Inn; Hotel; Lodge; Resort; Travel; Event Center; Golf Club; Marina; Campground; Banquet Hall`,
  Healthcare: `Family Dentistry; Dental Group; Orthodontics; Veterinary Clinic; Physical Therapy; Chiropractic; Pediatrics;
    Medical Supply; Home Health Care; Hospice; Dermatology; Eye Care; Urgent Care; Counseling Center; Senior Living;
    Animal Hospital; Diagnostics; Imaging Center`,
  Finance: `Accounting; Tax Service; Insurance Agency; Wealth Advisors; Capital; Mortgage; Title & Escrow; Credit Union;
    Financial Services; Bookkeeping; Payroll Services`,
  Consulting: `Consulting; Law Group; Law Offices; Management; Staffing; Marketing; Public Relations; Property Management;
    Realty; Appraisal Services; Environmental Services; Safety Consultants; Associates; Partners`,
  Engineering: `Engineering; Architects; Design Studio; Structural Engineers; Land Surveyors; Testing Laboratories`,
  Technology: `Software; Analytics; Data Systems; Technologies; Networks; Solutions; Telecommunications; Computer Services;
    Web Design; Cloud Services; Robotics; Media; Printing; Sign Company; Photography; Video Production`,
  Agriculture: `Farms; Ranch; Orchards; Feed & Seed; Farm Equipment; Dairy; Vineyards; Grain; Irrigation; Tree Service`,
  Education: `Montessori School; Learning Center; Child Care; Dance Academy; Driving School; Preparatory School;
    Music School; Tutoring`,
  Other: `Janitorial Services; Cleaning; Pest Control; Pool & Spa; Security; Fire Protection; Auto Body; Auto Repair;
    Equipment Rental; Locksmith; Laundry; Fitness; Yoga; Salon; Barber Shop; Funeral Home; Recycling; Waste Services;
    Welding; Upholstery; Crane Service`,
};

/** All lines of business. */
export const trades: readonly Trade[] = Object.entries(byIndustry).flatMap(([industry, names]) =>
  names.split(';').map((name) => ({ name: name.trim().replaceAll(/\s+/g, ' '), industry })),
);

/** First words of made-up company names. */
export const coinedWords: readonly string[] = `
Acadia Alder Allegiance Alpenglow Altair Amberly Anchor Apex Arbor Arcadia Argent Aspen Atlas Aurora Bastion Bayline
Beacon Bellweather Birchwood Bluestem Boreal Bridgewater Brightwater Cadence Calloway Capstone Cardinal Caravel Cascade
Catalyst Centerline Chinook Cobalt Compass Copperline Cornerstone Crestline Crossroads Cypress Dovetail Driftwood Eagle
Eastgate Echo Elmhurst Emberly Endeavor Evergreen Fairview Falcon Fathom Fieldstone Firefly Flagship Foxglove Frontier
Gateway Glacier Goldenrod Granite Greenbrier Greystone Gulfstream Halcyon Harborview Harvest Hawthorn Heartland Heritage
Highland Horizon Huron Independence Ironwood Ivory Juniper Keystone Kingfisher Kestrel Lakeshore Lantern Larkspur Laurel
Legacy Liberty Lighthouse Lodestar Longleaf Lonestar Magnolia Mainstay Maple Meridian Mesa Midland Milestone Mockingbird
Monarch Monument Mosaic Northgate Northstar Oakhurst Obsidian Olympic Onyx Orchard Orion Osprey Palisade Palmetto Paragon
Pathfinder Patriot Pelican Peregrine Pinecrest Pinnacle Pioneer Piedmont Polaris Prairie Premier Prospect Quail Quarry
Quartz Radiant Redwood Regent Ridgeline Riverbend Rockwell Rosewood Saddleback Sagebrush Sandpiper Sapphire Sentinel
Sequoia Shoreline Sierra Silverleaf Skyline Solstice Southgate Spruce Stillwater Stonegate Summit Sundance Sycamore
Tamarack Terrace Thistle Timberline Torchlight Trailhead Tribeca Trident Trillium Union Valor Vanguard Vantage Verdant
Vista Wayfarer Westwind Whitewater Wildflower Willow Windward Woodland Yellowstone Zenith`
  .trim()
  .split(/\s+/);

/** Second words that make two-word names: "Cedar Ridge", "Blue Heron". */
export const landWords: readonly string[] = `
Bay Bluff Branch Bridge Brook Canyon Cove Creek Crossing Dale Falls Field Ford Forge Garden Gate Glen Grove Harbor Haven
Heights Hill Hollow Island Junction Lake Landing Meadow Mill Oak Pass Peak Pine Point Pond Port Ranch Ridge River Rock
Run Shore Spring Springs Square Station Stone Summit Trail Valley View Village Vista Wood`
  .trim()
  .split(/\s+/);

/** First words of two-word names. */
export const landQualifiers: readonly string[] = `
Amber Autumn Bear Beaver Big Black Blue Bright Broad Cedar Cherry Clear Cold Copper Coyote Crystal Deer Eagle East Elk
Fern Four Fox Golden Granite Gray Green Heron High Hidden Iron Little Lone Lost Maple Mill Misty Mountain North Oak Old
Otter Pine Quiet Rapid Raven Red River Rocky Rose Round Salmon Sandy Shady Silver Snow South Spring Still Stone Sugar
Sunny Swan Sweet Three Timber Trout Twin Walnut Warm West White Wild Willow Windy Wolf`
  .trim()
  .split(/\s+/);
