/** Given names, each with the short forms people go by. */
export const givenNames: readonly (readonly [name: string, ...nicknames: string[]])[] = `
Aaron; Abigail Abby; Adam; Adriana; Alan; Albert Al Bert; Alejandro Alex; Alexander Alex; Alice; Alicia; Allison Allie;
Amanda Mandy; Amber; Amelia Millie; Amy; Ana; Andrea; Andrew Andy Drew; Angela Angie; Anita; Ann; Anna; Anthony Tony;
Antonio Tony; Arthur Art; Ashley; Barbara Barb; Benjamin Ben; Bernard Bernie; Beth; Beverly Bev; Bradley Brad; Brandon;
Brenda; Brian; Bridget; Caleb; Carla; Carlos; Carmen; Caroline; Catherine Cathy Kate; Cecilia; Charles Charlie Chuck;
Charlotte; Cheryl; Christina Tina Chris; Christopher Chris; Clara; Claudia; Colin; Connor; Craig; Crystal; Cynthia Cindy;
Dale; Daniel Dan Danny; Darlene; David Dave; Deborah Deb Debbie; Dennis; Derek; Diana; Diane; Dominic Dom; Donald Don;
Donna; Dorothy Dot; Douglas Doug; Edward Ed Eddie; Eileen; Elaine; Eleanor Ellie; Elena; Elizabeth Liz Beth Betsy;
Emily; Emma; Eric; Erin; Esther; Ethan; Eugene Gene; Evelyn; Fatima; Felix; Fernando; Frances Fran; Francisco Frank;
Frank; Franklin Frank; Frederick Fred; Gabriel Gabe; Gail; Gary; Genevieve Gen; George; Gerald Jerry; Gina; Glenn;
Gloria; Grace; Gregory Greg; Gwendolyn Gwen; Hannah; Harold Hal; Harriet; Heather; Hector; Helen; Henry Hank; Holly;
Howard; Ian; Irene; Isaac; Isabel; Jack; Jacob Jake; Jacqueline Jackie; James Jim Jimmy; Janet; Janice Jan; Jasmine;
Jason; Javier; Jean; Jeffrey Jeff; Jennifer Jen Jenny; Jeremy; Jessica Jess; Jill; Joan; Joanna Jo; Joel; John Jack;
Jonathan Jon; Jordan; Jorge; Joseph Joe; Joshua Josh; Joyce; Juan; Judith Judy; Julia; Julian; Karen; Katherine Kathy
Kate; Kathleen Kathy; Keith; Kelly; Kenneth Ken; Kevin; Kimberly Kim; Kyle; Larissa; Laura; Lauren; Lawrence Larry;
Leah; Leonard Len; Leslie; Linda; Lisa; Lois; Lorraine; Louis Lou; Lucas Luke; Luis; Lydia; Marcus Marc; Margaret Peggy
Maggie; Maria; Marie; Marilyn; Mario; Mark; Martha; Martin Marty; Mary; Matthew Matt; Maureen; Megan Meg; Melissa;
Michael Mike; Michelle Shelly; Miguel; Miriam; Mitchell Mitch; Mohammed; Monica; Nancy; Naomi; Natalie; Nathaniel Nate;
Nicholas Nick; Nicole Nicki; Nina; Noah; Nora; Oliver Ollie; Olivia; Oscar; Pamela Pam; Patricia Pat Patty; Patrick Pat;
Paul; Paula; Pedro; Peter Pete; Philip Phil; Priya; Rachel; Ralph; Ramona; Raymond Ray; Rebecca Becky; Regina; Ricardo;
Richard Rick Dick Rich; Robert Bob Rob; Roberta Bobbie; Roger; Ronald Ron; Rosa; Rose; Roy; Russell Russ; Ruth; Ryan;
Samantha Sam; Samuel Sam; Sandra Sandy; Sara; Scott; Sean; Sharon; Sheila; Sidney Sid; Simon; Sofia; Sonia; Sophie;
Stanley Stan; Stephanie Steph; Stephen Steve; Steven Steve; Susan Sue; Suzanne Sue; Sylvia; Tamara Tammy; Teresa Terry;
Theodore Ted; Theresa Terry; Thomas Tom; Timothy Tim; Tracy; Trevor; Tyler; Valerie Val; Vanessa; Veronica Ronnie;
Victor Vic; Victoria Vicky; Vincent Vince; Virginia Ginny; Walter Walt; Wanda; Wayne; Wendy; Wesley Wes; William Bill
Will; Yolanda; Zachary Zach; Chloé; André; René; Inés; Sofía; José Pepe; Zoë; Søren; Łukasz`
  .split(';')
  .map((entry) => entry.trim().split(/\s+/))
  .map(([name = '', ...nicknames]) => [name, ...nicknames]);

/** Family names, some with the accents that get lost. */
export const familyNames: readonly string[] = `
Abbott Acosta Adler Aguilar Ainsworth Albright Alvarado Ames Anders Arndt Ashford Atwood Avila Ayers Bachman Bagley
Baldwin Banerjee Barlow Barnett Bartlett Baumann Beckett Belanger Benitez Bergstrom Blackwood Blaine Bledsoe Bondurant
Booker Borland Boudreaux Bowden Brannigan Braswell Brewster Brinkman Brockway Buckner Burgess Burkhart Caldwell Calloway
Camacho Cantrell Cardenas Carlisle Carmichael Castaneda Chadwick Chamberlain Chandra Chapman Chavez Childress Choi Clemens
Colbert Conklin Cordova Corrigan Crandall Crawley Crenshaw Culpepper Daigle Dalton Danforth Dawes Delacroix Delgado Denton
Desrosiers Dixon Donahue Dorsey Doyle Drummond Duarte Dunleavy Durant Eastman Eckhart Ellsworth Emerson Escobar Esposito
Estrada Fairbanks Falkner Farrell Feldman Fenwick Ferraro Finch Fitzpatrick Fontaine Forsythe Foss Frazier Fuentes
Gallagher Galloway Garland Garrison Gentry Gibbs Gilchrist Godfrey Goldstein Gomez Gorman Graves Greenlee Griggs Guerrero
Gustafson Haines Halvorsen Hamlin Harcourt Hargrove Harlan Hathaway Hawthorne Haynes Heller Hendricks Herrera Hightower
Hoang Hobbs Hollis Holloway Horvath Huang Hubbard Huffman Hutchins Ibarra Ingram Irving Jankowski Jarvis Jefferies Jensen
Kaczmarek Kaplan Kapoor Kearney Keller Kendrick Kessler Kincaid Kirkland Klein Knudsen Kowalski Krause Krishnan Kuykendall
Lachance Langford Larkin Lattimore Laughlin Lavallee Leclair Ledford Leung Lindgren Lockhart Lombardi Lundquist Lyons
MacKenzie Madsen Maldonado Malone Mancini Marchetti Marlowe Mathis Maxwell McAllister McBride McCormack McDaniel McKenna
Meadows Medina Mehta Mercer Merrill Middleton Milburn Miyamoto Molina Montgomery Moody Moran Morrow Moseley Mulligan
Nakamura Navarro Neumann Newcomb Nguyen Norwood Novak Nunes Oakley O'Brien Ocampo O'Dell Okafor O'Leary Olsen Ortega Osborne
Pacheco Padgett Pappas Parrish Patel Paulsen Peacock Pemberton Penrose Petrov Pham Pickett Pierce Pomeroy Prescott
Pritchard Quigley Quintana Radcliffe Ramsey Rasmussen Redmond Reinhardt Renfro Reyes Rhodes Ridley Rinaldi Robles Rosario
Rosenthal Rossi Rowland Rutledge Salazar Sandoval Sawyer Schaefer Schultz Schwartz Seaver Serrano Shaffer Sheffield
Sheridan Siegel Silva Singh Sloan Solis Sorensen Spaulding Stafford Stanton Steele Stickney Stratton Strickland Sutherland
Swanson Sweeney Talbot Tanaka Tate Thackeray Thornton Tierney Toliver Tran Trevino Trujillo Tuttle Underhill Upchurch
Valdez Vance Vandermeer Vasquez Vaughn Villarreal Wadsworth Wakefield Walden Wallace Warfield Weaver Webber Weintraub
Westbrook Whitaker Whitfield Whitlock Wilcox Winslow Wolcott Woodruff Wozniak Yamada Yarborough Yates Yoder Zamora
Zeller Zielinski Zimmerman Peña Núñez Muñoz Ibáñez Gutiérrez Müller Schröder Köhler Lefèvre Côté Gagné Bélanger
Ångström Sørensen Dvořák Wójcik`
  .trim()
  .split(/\s+/);
